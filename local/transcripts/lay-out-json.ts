/** Characters that fit on a line, and the level from which a longer object shows its number of fields alone. */
const lineMax = 100
const levelsShown = 3

/** JSON for reading: what fits on a line stands on one, and long objects deep within others are counted. */
export function layOutJson(value: unknown, level = 0): string {
  const line = toLine(value)
  if (typeof value !== 'object' || value === null || line.length + 2 * level <= lineMax) return line
  const isList = Array.isArray(value)
  if (!isList && level >= levelsShown) return `{ … ${Object.keys(value).length} fields }`
  const [open, close] = isList ? '[]' : '{}'
  const parts = Object.entries(value).map(
    ([name, part]) => `${isList ? '' : `${JSON.stringify(name)}: `}${layOutJson(part, level + 1)}`,
  )
  const indent = '  '.repeat(level)
  return `${open}\n${parts.map((part) => `${indent}  ${part}`).join(',\n')}\n${indent}${close}`
}

function toLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toLine).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).map(([name, part]) => `${JSON.stringify(name)}: ${toLine(part)}`)
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`
}
