import { toString } from 'mdast-util-to-string'
import { filterGlossary } from './filter-glossary.ts'
import { hashContext } from './hash-context.ts'
import { hashText } from '../text/index.ts'
import type { GlossaryTerm, Lesson, Section } from './lesson.ts'
import { normaliseSource } from './normalise-source.ts'
import type { MarkdownFormat } from './parse-markdown.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { proseText } from './prose-text.ts'
import { splitLesson } from './split-lesson.ts'
import type { SyntaxNode } from './syntax-node.ts'

/** A lesson file, and facts that are not in it. */
export interface LessonFile {
  readonly slug: string
  /** The file's whole text, front matter included. */
  readonly file: string
  /** The language the author wrote in. */
  readonly language: string
  /** Used if the file has no title. */
  readonly title?: string
  /** The site's whole glossary. */
  readonly glossary?: readonly GlossaryTerm[]
  /** How the file is parsed; `mdx` when absent. */
  readonly format?: MarkdownFormat
  /** Limit of work for its expressions; see `parseMarkdown`. */
  readonly expressionWorkMax?: number
}

/**
 * Parses a lesson file into the sections, slots and links that are published.
 *
 * @throws `Cannot parse lesson "slug" …` when the Markdown has a syntax error or two sections would have one id.
 */
export async function parseLesson(input: LessonFile): Promise<Lesson> {
  const { slug, file, language, format = 'mdx' } = input
  const { frontMatter, source, firstLine } = normaliseSource(file)
  const { expressionWorkMax } = input
  const root = parseMarkdown(source, { slug, format, firstLine, ...(expressionWorkMax && { expressionWorkMax }) })
  const tags = tagNames(frontMatter['tags'])
  const sections = await splitLesson(root, source, tags)
  checkIds(slug, sections)
  const title = textOf(frontMatter['title']) ?? pageTitle(root) ?? input.title ?? slug
  const glossary = filterGlossary(input.glossary ?? [], proseText(root, 'open'))
  return {
    slug,
    title,
    description: textOf(frontMatter['description']) ?? '',
    language,
    tags,
    locked: frontMatter['palimpsest'] === 'lock',
    content_hash: await hashText(source),
    context_hash: await hashContext({ title, language, glossary }),
    sections,
    glossary,
  }
}

function checkIds(slug: string, sections: readonly Section[]): void {
  const seen = new Set<string>()
  for (const { id, heading } of sections) {
    const name = heading === null ? '' : ` (heading ${JSON.stringify(heading.text)})`
    if (seen.has(id)) {
      throw new Error(
        `Cannot parse lesson ${JSON.stringify(slug)}: two sections have the id ${JSON.stringify(id)}${name}; give the heading an id of its own, {#like-this}`,
      )
    }
    seen.add(id)
  }
}

function pageTitle(root: SyntaxNode): string | undefined {
  const heading = root.children?.find((node) => node.type === 'heading' && node.depth === 1)
  return heading === undefined ? undefined : toString(heading)
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Reads tags from the front matter: names, or objects with a label. */
function tagNames(tags: unknown): string[] {
  return Array.isArray(tags) ? tags.flatMap((tag: unknown) => textOf(tag) ?? labelOf(tag) ?? []) : []
}

function labelOf(tag: unknown): string | undefined {
  return typeof tag === 'object' && tag !== null && 'label' in tag ? textOf(tag.label) : undefined
}
