/** A piece of inline Markdown: a code span with its backticks, or text between code spans. */
export interface Stretch {
  readonly isCode: boolean
  readonly text: string
}

const escapeOrBackticks = /\\[\s\S]|`+/g

/**
 * Splits inline Markdown at its code spans, by CommonMark's rules and in linear time; joined, the pieces are the text.
 */
export function splitCodeSpans(run: string): Stretch[] {
  const closers = locateBackticks(run)
  const stretches: Stretch[] = []
  let from = 0
  escapeOrBackticks.lastIndex = 0
  for (let match = escapeOrBackticks.exec(run); match !== null; match = escapeOrBackticks.exec(run)) {
    const [found] = match
    // In prose a backslash escapes the first backtick of a run; in code it does not.
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

/** Offsets of runs of backticks by their length, the last first. */
function locateBackticks(run: string): Map<number, number[]> {
  const rows = [...run.matchAll(/`+/g)].toReversed()
  return new Map(
    [...Map.groupBy(rows, ([row]) => row.length)].map(([length, found]) => [length, found.map(({ index }) => index)]),
  )
}

/** Drops passed offsets from the list, so that all searches together scan it once. */
function findCloser(places: number[], from: number): number | undefined {
  for (let next = places.at(-1); next !== undefined && next < from; next = places.at(-1)) places.pop()
  return places.at(-1)
}
