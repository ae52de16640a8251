/** PostgreSQL's text for a parameter. Throws for what no column of ours takes: an object is sent as JSON text. */
export function writeSqlValue(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return `{${value.map(writeElement).join(',')}}`
  throw new TypeError(`Cannot send a parameter of type ${typeof value}; wanted text, a number, a Date or an array`)
}

function writeElement(value: unknown): string {
  const text = writeSqlValue(value)
  return text === null ? 'NULL' : `"${text.replace(/["\\]/g, '\\$&')}"`
}

/** The value that a column's text stands for, by the id of the column's type. Types without a reader stay text. */
export const readSqlValue = (text: string | null, dataTypeId: number): unknown =>
  text === null ? null : (readers[dataTypeId] ?? asText)(text)

const asText = (text: string): unknown => text
const asJson = (text: string): unknown => JSON.parse(text)

/** By the ids in PostgreSQL's catalogue (`src/include/catalog/pg_type.dat`). */
const readers: Readonly<Record<number, (text: string) => unknown>> = {
  /* bool */ 16: (text) => text === 't',
  /* int2 */ 21: Number,
  /* int4 */ 23: Number,
  /* json */ 114: asJson,
  /* text[] */ 1009: readTextArray,
  /* timestamptz */ 1184: readTimestamp,
  /* jsonb */ 3802: asJson,
}

/** `2026-01-02 03:04:05.678901+05:30`; PostgreSQL leaves out the minutes of an offset when they are zero. */
function readTimestamp(text: string): Date {
  const { date, time, hours, minutes = '00' } = timestamp.exec(text)?.groups ?? {}
  const value = new Date(`${date}T${time}${hours}:${minutes}`)
  if (Number.isNaN(value.getTime())) throw new TypeError(`Cannot read the timestamp "${text}"`)
  return value
}
const timestamp = /^(?<date>\d{4}-\d\d-\d\d) (?<time>[\d:.]+)(?<hours>[+-]\d\d)(?::(?<minutes>\d\d))?$/

/** `{plain,"quoted \" text",NULL}`, of one dimension. */
function readTextArray(text: string): (string | null)[] {
  return [...text.slice(1, -1).matchAll(element)].map(({ groups: { quoted, plain } = {} }) => {
    if (quoted !== undefined) return quoted.replace(/\\(.)/gs, '$1')
    return plain === undefined || plain === 'NULL' ? null : plain
  })
}
const element = /"(?<quoted>(?:[^"\\]|\\.)*)"|(?<plain>[^",{}]+)/gs
