import { cutInlineRuns } from './cut-inline-runs.ts'
import { splitAdmonitionLine } from './split-admonition-line.ts'
import { splitCodeSpans } from './split-code-spans.ts'

/**
 * Escapes a model's masked Markdown so that nothing in it acts when it is rendered as Markdown, compiled as MDX or
 * inserted as HTML, and readers see the same text: `<`, `{`, `}` and `=` (an attribute in a tag that the author's code
 * left open) become character references, as do the colon of a directive and the first letter of `import` and `export`.
 * Code in backticks cannot hold references and is left as it is; the verifier's rule `inert` checks it.
 */
export function makeInert(masked: string): string {
  return cutInlineRuns(masked)
    .map((run) => makeTitleInert(run) ?? makeRunInert(run))
    .join('')
}

/** Attributes in the first line of an admonition are left as they are: the verifier compares them with the author's. */
function makeTitleInert(run: string): string | undefined {
  const line = splitAdmonitionLine(run)
  return line && line.opening + makeRunInert(line.title) + line.attributes
}

const moduleLine = /^(?:im|ex)port(?=\s)/gm

function makeRunInert(run: string): string {
  const stretches = splitCodeSpans(run).map(({ isCode, text }) => (isCode ? onOneLine(text) : makeProseInert(text)))
  return stretches.join('').replace(moduleLine, (word) => reference(word) + word.slice(1))
}

/**
 * MDX would parse a line of a code span that starts with a brace or a tag; Markdown reads a line end in code as a
 * space.
 */
const onOneLine = (code: string): string => code.replaceAll(/\n[ \t>]*/g, ' ')

const acting =
  /\[\[slot:k\d+\]\]|\]\(link:\d+\)|\\[\s\S]|[<{}=]|:(?=(?<name>[^\s\p{P}\p{S}](?:[^\s\p{P}\p{S}]|[-_])*)(?<after>[:[]?))/gu

function makeProseInert(prose: string): string {
  return prose.replace(acting, (found, name: string | undefined, after: string | undefined) => {
    if (found === ':') return isDirective(name, after) ? reference(found) : found
    if (found === '\\<' || found === '\\:') return reference(found.slice(1))
    return found.length === 1 ? reference(found) : found
  })
}

/** A time of day (`10:30`) and an emoji name (`:tada:`) are not directives. */
const isDirective = (name = '', after = ''): boolean => after !== ':' && (after === '[' || /\D/.test(name))

/** The character reference that Markdown, MDX and HTML all resolve to this character. */
const reference = (text: string): string => (text === '<' ? '&lt;' : `&#${text.codePointAt(0)};`)
