import type { ActiveSlot, SlotKind } from '../lesson/index.ts'

/** A content of no more than this is shown whole: its lines, and its UTF-16 code units. */
export const wholeLinesMax = 24
export const wholeLengthMax = 1_200
/** Of a longer one, these many lines are shown at either end, of no more than so many code units together. */
const endLines = { first: 10, last: 5 }
const endLengths = { first: 600, last: 300 }
/** Code units of the names that are told about the lines between. */
const namesLengthMax = 240

/** What the prose around a slot may need to know of it; nothing of what only keeps its place. */
const describers: Readonly<Record<SlotKind, (content: string) => string>> = {
  code: shorten,
  diagram: shorten,
  component: shorten,
  locked: shorten,
  html: shorten,
  admonition: shorten,
  math: shorten,
  footnote: shorten,
  link: shorten,
  image: (content) => /^!\[(?<alt>[^\]]*)\]/.exec(content)?.groups?.['alt'] ?? '',
  rule: () => '',
  heading: () => '',
  hidden: () => '',
}

/** What a model is told about a slot's content. */
export const describeSlot = ({ kind, content }: Pick<ActiveSlot, 'kind' | 'content'>): string =>
  describers[kind](content)

/** By rule, not by a model: the first and the last lines explain what a text is, its names what it speaks of. */
function shorten(content: string): string {
  const lines = content.split('\n')
  if (lines.length <= wholeLinesMax && content.length <= wholeLengthMax) return content
  const first = lines.slice(0, endLines.first).join('\n').slice(0, endLengths.first)
  const rest = content.slice(first.length)
  const last = rest.split('\n').slice(-endLines.last).join('\n').slice(-endLengths.last)
  const between = rest.slice(0, rest.length - last.length).trim()
  const names = namesIn(between).filter((name) => !first.includes(name) && !last.includes(name))
  const namesText = names.length > 0 ? `, with ${names.join(', ').slice(0, namesLengthMax)}` : ''
  return `${first}\n[… left out: ${between.split('\n').length} lines${namesText} …]\n${last}`
}

/** What is defined, called or opened: `def turn`, `turn(`, `arm.turn(`, `<Tab`. */
const name =
  /\b(?:def|class|function|const|let|var|struct|enum|fn|type|import|from|public|void|auto)\s+([A-Za-z_]\w*)|([A-Za-z_][\w.]*)\s*\(|<([A-Z]\w*)/g

const namesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(name)].flatMap(([, defined, called, opened]) => defined ?? called ?? opened ?? [])),
]
