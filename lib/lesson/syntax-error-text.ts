const placesInMessage = /\((?<places>\d+:\d+(?:-\d+:\d+)?)\)/g

/**
 * Describes where and why Markdown could not be parsed: ` at line 12, column 3: <reason>`. The parser counts lines of
 * the source, the message lines of the file.
 */
export function syntaxErrorText(error: unknown, firstLine: number): string {
  if (error instanceof RangeError) return ': it is nested too deeply'
  const place = placeOf(error)
  const why = shiftPlaces(place?.reason ?? messageOf(error), firstLine - 1)
  if (place !== undefined) return ` at line ${place.line + firstLine - 1}, column ${place.column}: ${why}`
  const [named] = why.matchAll(placesInMessage)
  const [line, column] = named?.groups?.['places']?.split(/[:-]/) ?? []
  return line === undefined ? `: ${why}` : ` at line ${line}, column ${column}: ${why}`
}

interface Place {
  readonly line: number
  readonly column: number
  readonly reason: string
}

function placeOf(error: unknown): Place | undefined {
  if (!(error instanceof Error && 'line' in error && 'column' in error && 'reason' in error)) return undefined
  const { line, column, reason } = error
  if (typeof line !== 'number' || typeof column !== 'number' || typeof reason !== 'string') return undefined
  return { line, column, reason }
}

/** Some messages contain positions: `Expected a closing tag for \`<Tabs>\` (3:1-3:7)`. */
function shiftPlaces(message: string, lines: number): string {
  return message.replace(placesInMessage, (places) =>
    places.replace(/\d+(?=:)/g, (line) => String(Number(line) + lines)),
  )
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
