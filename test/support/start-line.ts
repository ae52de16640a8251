import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http'
import { listen } from '../../local/listen.ts'

/** The line between a reader and the site: it can break in the middle of an answer, and be down altogether. */
export interface Line {
  readonly url: string
  /** How often a lesson was asked for. */
  asked(): number
  /** What was asked for, in order: lessons, and finished versions by their keys. */
  calls(): readonly ('lesson' | 'version')[]
  /** Lessons that are asked for from now on are asked for at the site only once this is called. */
  holdLessons(): () => void
  /** The next lesson that is asked for breaks off in the middle of the event after so many settled sections. */
  breakAfter(sections: number): void
  goDown(): void
  close(): Promise<void>
}

export async function startLine(siteUrl: string): Promise<Line> {
  const calls: ('lesson' | 'version')[] = []
  let held = Promise.resolve()
  let breakAfter: number | undefined
  let down = false
  const server = createServer((incoming, outgoing) => {
    outgoing.on('error', () => {})
    if (down) {
      incoming.socket.destroy()
      return
    }
    const lesson = incoming.url?.startsWith('/api/personalize') === true && incoming.method === 'POST'
    if (lesson) calls.push('lesson')
    if (incoming.url?.startsWith('/api/rewrites/')) calls.push('version')
    const sections = lesson ? breakAfter : undefined
    breakAfter = lesson ? undefined : breakAfter
    const pass = (answer: IncomingMessage): void =>
      sections === undefined ? void answer.pipe(outgoing) : breakOff(answer, outgoing, sections)
    void (lesson ? held : Promise.resolve()).then(() => forward(siteUrl, { incoming, outgoing }, pass))
  })
  const { url, close } = await listen(server)
  return {
    url,
    asked: () => calls.filter((call) => call === 'lesson').length,
    calls: () => calls,
    holdLessons() {
      const { promise, resolve } = Promise.withResolvers<void>()
      held = promise
      return resolve
    },
    breakAfter: (sections) => void (breakAfter = sections),
    goDown() {
      down = true
      server.closeAllConnections()
    },
    close,
  }
}

interface Exchange {
  readonly incoming: IncomingMessage
  readonly outgoing: ServerResponse
}

function forward(
  siteUrl: string,
  { incoming, outgoing }: Exchange,
  answerWith: (answer: IncomingMessage) => void,
): void {
  const { method, headers } = incoming
  const asking = send(new URL(incoming.url ?? '/', siteUrl), { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answerWith(answer)
  })
  asking.on('error', () => outgoing.destroy())
  incoming.pipe(asking)
}

/** Passes on so many settled sections and the beginning of the next event. What the site still sends goes nowhere. */
function breakOff(answer: IncomingMessage, outgoing: ServerResponse, sections: number): void {
  let text = ''
  answer.setEncoding('utf8').on('data', (part: string) => {
    text += part
    const ends = [...text.matchAll(/event: section-end\n.*\n\n/g)]
    const last = ends[sections - 1]
    if (last && !outgoing.destroyed) {
      const broken = text.slice(0, last.index + last[0].length + 20)
      outgoing.write(broken, () => outgoing.destroy())
    }
  })
}
