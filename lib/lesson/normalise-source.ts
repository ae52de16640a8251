import { CORE_SCHEMA, load } from 'js-yaml'

/** A lesson file, split from its front matter. */
export interface NormalisedSource {
  readonly frontMatter: Record<string, unknown>
  /** The Markdown that is hashed and split: LF line endings, no byte order mark, no blank lines at either end. */
  readonly source: string
  /** The line of the file where `source` begins, from 1; error messages count lines of the file. */
  readonly firstLine: number
}

const frontMatterBlock = /^---[ \t]*\n(?<yaml>[\s\S]*?)(?<=\n)---[ \t]*(?:\n|$)/
const leadingBlankLines = /^(?:[ \t]*\n)*/

/**
 * Splits a lesson file into front matter and Markdown. The first line keeps its indentation, because Markdown reads it.
 *
 * @throws `Cannot read front matter: <reason>` when it is too long or not a YAML mapping.
 */
export function normaliseSource(file: string): NormalisedSource {
  const text = file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const block = frontMatterBlock.exec(text)
  const afterFrontMatter = text.slice(block?.[0].length ?? 0)
  const source = afterFrontMatter.replace(leadingBlankLines, '').trimEnd()
  const head = text.slice(0, text.length - afterFrontMatter.replace(leadingBlankLines, '').length)
  return {
    frontMatter: parseFrontMatter(block?.groups?.['yaml'] ?? ''),
    source,
    firstLine: head.split('\n').length,
  }
}

/** The longest front matter that is parsed, in UTF-16 code units; a lesson's has some hundreds. */
export const frontMatterLengthMax = 8_000

function parseFrontMatter(yaml: string): Record<string, unknown> {
  if (yaml.length > frontMatterLengthMax)
    throw new Error(
      `Cannot read front matter: it has ${yaml.length} characters, at most ${frontMatterLengthMax} are read`,
    )
  const value = parseYaml(yaml)
  if (value === null || value === undefined) return {}
  if (isMapping(value)) return value
  // Names only the kind of the value: a few YAML aliases can expand to a value of any size.
  const kind = Array.isArray(value) ? 'a list' : `a ${typeof value}`
  throw new Error(`Cannot read front matter: wanted a mapping of names to values, got ${kind}`)
}

function parseYaml(yaml: string): unknown {
  try {
    return load(yaml, { schema: CORE_SCHEMA })
  } catch (error) {
    throw new Error(`Cannot read front matter: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
