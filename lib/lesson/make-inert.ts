import { cutInlineRuns } from './cut-inline-runs.ts'
import { splitAdmonitionLine } from './split-admonition-line.ts'
import { splitCodeSpans } from './split-code-spans.ts'

/**
 * Masked Markdown of a model's, so written that nothing in it acts when it is rendered as Markdown, compiled as MDX or set
 * as HTML, and that readers see the same: `<`, `{`, `}` and `=` (an attribute inside a tag that the author's code left open)
 * become character references, and so do the colon of a directive and the first letter of `import` and `export`. Code in
 * backticks holds no references, so it keeps what is in it; the verifier's rule `inert` judges that.
 */
export function makeInert(masked: string): string {
  return cutInlineRuns(masked)
    .map((run) => makeTitleInert(run) ?? makeRunInert(run))
    .join('')
}

/** The attributes in the first line of an admonition are the author's; the verifier holds them against the section. */
function makeTitleInert(run: string): string | undefined {
  const line = splitAdmonitionLine(run)
  return line && line.opening + makeRunInert(line.title) + line.attributes
}

const moduleLine = /^(?:im|ex)port(?=\s)/gm

function makeRunInert(run: string): string {
  const stretches = splitCodeSpans(run).map(({ isCode, text }) => (isCode ? onOneLine(text) : makeProseInert(text)))
  return stretches.join('').replace(moduleLine, (word) => reference(word) + word.slice(1))
}

/** MDX takes a line of code for its own that begins with a brace or a tag; for Markdown a line's end in code is a space. */
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

/** Neither a time of day (`10:30`) nor the name of an emoji (`:tada:`) is one. */
const isDirective = (name = '', after = ''): boolean => after !== ':' && (after === '[' || /\D/.test(name))

/** A character as Markdown, MDX and HTML resolve it to text. */
const reference = (text: string): string => (text === '<' ? '&lt;' : `&#${text.codePointAt(0)};`)
