/** A stretch of a run of inline Markdown: code with its backticks, or what stands between code. */
export interface Stretch {
  readonly isCode: boolean
  readonly text: string
}

const escapeOrBackticks = /\\[\s\S]|`+/g

/** Splits a run of inline Markdown at its code spans, by CommonMark's rules and in linear time; joined it is the run. */
export function splitCodeSpans(run: string): Stretch[] {
  const closers = locateBackticks(run)
  const stretches: Stretch[] = []
  let from = 0
  escapeOrBackticks.lastIndex = 0
  for (let match = escapeOrBackticks.exec(run); match !== null; match = escapeOrBackticks.exec(run)) {
    const [found] = match
    // In prose a backslash takes the first backtick of a row; in code it takes none.
    if (found.startsWith('\\')) {
      escapeOrBackticks.lastIndex = match.index + 2
      continue
    }
    const end = findCloser(closers.get(found.length) ?? [], escapeOrBackticks.lastIndex)
    if (end === undefined) continue
    const isAfter = end + found.length
    stretches.push(
      { isCode: false, text: run.slice(from, match.index) },
      { isCode: true, text: run.slice(match.index, isAfter) },
    )
    from = isAfter
    escapeOrBackticks.lastIndex = isAfter
  }
  return [...stretches, { isCode: false, text: run.slice(from) }].filter(({ text }) => text !== '')
}

/** Where rows of backticks begin, by their length; the last first. */
function locateBackticks(run: string): Map<number, number[]> {
  const rows = [...run.matchAll(/`+/g)].toReversed()
  return new Map(
    [...Map.groupBy(rows, ([row]) => row.length)].map(([length, found]) => [length, found.map(({ index }) => index)]),
  )
}

/** Takes what lies behind off the list, so that all searches together pass over it once. */
function findCloser(places: number[], from: number): number | undefined {
  for (let next = places.at(-1); next !== undefined && next < from; next = places.at(-1)) places.pop()
  return places.at(-1)
}
