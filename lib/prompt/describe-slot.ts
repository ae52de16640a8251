import type { ActiveSlot, SlotKind } from '../lesson/index.ts'

/** Content up to these many lines and UTF-16 code units is shown whole. */
export const wholeLinesMax = 24
export const wholeLengthMax = 1_200
/** How many lines are shown at either end of longer content, and of how many code units together. */
const endLines = { first: 10, last: 5 }
const endLengths = { first: 600, last: 300 }
/** Maximum length of the list of names from the lines left out, in code units. */
const namesLengthMax = 240

/** Describes what the prose around a slot may need to know of it; empty for slots that only hold a place. */
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

/** The description of a slot's content in the prompt. */
export const describeSlot = ({ kind, content }: Pick<ActiveSlot, 'kind' | 'content'>): string =>
  describers[kind](content)

/** Shortens content by rule: its first and last lines usually explain it, and names show what it is about. */
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

/** Matches names that are defined, called or opened: `def turn`, `turn(`, `arm.turn(`, `<Tab`. */
const name =
  /\b(?:def|class|function|const|let|var|struct|enum|fn|type|import|from|public|void|auto)\s+([A-Za-z_]\w*)|([A-Za-z_][\w.]*)\s*\(|<([A-Z]\w*)/g

const namesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(name)].flatMap(([, defined, called, opened]) => defined ?? called ?? opened ?? [])),
]
