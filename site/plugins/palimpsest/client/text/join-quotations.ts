import type { Emphasis, PhrasingContent, RootContent, Text } from 'mdast'
import { toString } from 'mdast-util-to-string'

const closingOf: Readonly<Record<string, string>> = { '“': '”', '”': '“' }
const arabic = /\p{Script=Arabic}/u
const latin = /\p{Script=Latin}/u

/** Emphasis by its type only: `hName` makes a `<bdi>` of it. */
export const isolated = (...children: PhrasingContent[]): Emphasis => ({
  type: 'emphasis',
  children,
  data: { hName: 'bdi', hProperties: { dir: 'ltr' } },
})

/**
 * Makes one run of each quotation in Latin script that code, stress or a link cuts into pieces: else the pieces would change places.
 * As in a quotation of one piece, the marks of English, “…”, are part of the run, and Urdu's, ”…“, stand around it.
 */
export function joinQuotations(children: readonly RootContent[]): RootContent[] {
  const start = children.findIndex((child) => findOpening(child) !== undefined)
  const first = children[start]
  if (!first) return [...children]
  const end = children.findIndex((child, place) => place > start && /[“”]/.test(toString(child)))
  const joined = join(first, children.slice(start + 1, end), children[end])
  if (!joined) return [...children.slice(0, start + 1), ...joinQuotations(children.slice(start + 1))]
  return [...children.slice(0, start), ...joined.run, ...joinQuotations([...joined.rest, ...children.slice(end + 1)])]
}

interface Opening {
  readonly before: string
  readonly mark: string
  readonly after: string
}

/** A mark that opens a quotation and is not closed in its own text. */
function findOpening(node: RootContent): Opening | undefined {
  const [, before = '', mark, after = ''] =
    (node.type === 'text' && /^(|.*[\s(])([“”])([^“”]*)$/s.exec(node.value)) || []
  return mark === undefined ? undefined : { before, mark, after }
}

interface Joined {
  readonly run: RootContent[]
  readonly rest: RootContent[]
}

function join(first: RootContent, between: readonly RootContent[], last: RootContent | undefined): Joined | undefined {
  const opening = findOpening(first)
  const at = last?.type === 'text' ? last.value.search(/[“”]/) : -1
  if (!opening || last?.type !== 'text' || last.value[at] !== closingOf[opening.mark]) return undefined
  const { before, mark, after } = opening
  const close = last.value.slice(at, at + 1)
  const inside = [...textOf(after), ...(between as PhrasingContent[]), ...textOf(last.value.slice(0, at))]
  const words = inside.map((node) => toString(node)).join('')
  if (arabic.test(words) || !latin.test(words)) return undefined
  const rest = textOf(last.value.slice(at + 1))
  return mark === '“'
    ? { run: [...textOf(before), isolated(...textOf(mark), ...inside, ...textOf(close))], rest }
    : { run: [...textOf(before + mark), isolated(...inside), ...textOf(close)], rest }
}

const textOf = (value: string): Text[] => (value === '' ? [] : [{ type: 'text', value }])
