import { layOutJson } from './lay-out-json.ts'

/** Characters of a text, characters of a list (as JSON, but always one item) and events of a stream that the transcript shows. */
const textShown = 80
const listShown = 150
const eventsShown = { first: 3, last: 1 }

/** The status, and the headers that a client acts on; the others are the same with every answer. */
const shownHeader = /^(?:HTTP\/|allow:|cache-control:|content-disposition:|content-type:|retry-after:)/i

/** What `curl -i` printed, with its body laid out for reading; what is left out leaves an ellipsis. */
export function shortenAnswer(printed: string): string {
  const lines = printed.replaceAll('\r\n', '\n')
  const end = lines.indexOf('\n\n')
  const head = lines.slice(0, end).split('\n').filter(isShown).join('\n')
  const body = lines.slice(end + 2).trimEnd()
  return `${head}\n\n${/^content-type: text\/event-stream/im.test(head) ? shortenEvents(body) : shortenBody(body)}`
}

const isShown = (line: string): boolean => shownHeader.test(line) && !/^cache-control: no-store$/i.test(line)

const shortenBody = (body: string): string => layOutJson(shorten(JSON.parse(body)))

function shortenEvents(body: string): string {
  const events = body.split('\n\n').filter((event) => !event.startsWith(':'))
  const { first, last } = eventsShown
  const left = events.length - first - last
  if (left <= 0) return events.map(shortenEvent).join('\n\n')
  return [
    ...events.slice(0, first).map(shortenEvent),
    `… ${left} events`,
    ...events.slice(-last).map(shortenEvent),
  ].join('\n\n')
}

const shortenEvent = (event: string): string =>
  event.replace(/^data: (.*)$/m, (_line, data: string) => `data: ${JSON.stringify(shorten(JSON.parse(data)))}`)

function shorten(value: unknown): unknown {
  if (typeof value === 'string') return value.length > textShown ? `${value.slice(0, textShown)}…` : value
  if (Array.isArray(value)) return shortenList(value)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shorten(each)]))
}

function shortenList(list: readonly unknown[]): unknown[] {
  const shown: unknown[] = []
  let characters = 0
  for (const item of list.map(shorten)) {
    characters += JSON.stringify(item).length
    if (shown.length > 0 && characters > listShown) return [...shown, `… ${list.length - shown.length} more`]
    shown.push(item)
  }
  return shown
}
