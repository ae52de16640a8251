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
  /** The next lesson that is asked for breaks off in the middle of the event after so many resolved sections. */
  breakAfter(sections: number): void
  /** The next lesson that is asked for comes to so many resolved sections, and goes on only once this is called. */
  pauseAfter(sections: number): () => void
  goDown(): void
  close(): Promise<void>
}

export async function startLine(siteUrl: string): Promise<Line> {
  const calls: ('lesson' | 'version')[] = []
  let held = Promise.resolve()
  let answerNext: AnswerWith = pipeAnswer
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
    const answerWith = lesson ? answerNext : pipeAnswer
    answerNext = lesson ? pipeAnswer : answerNext
    void (lesson ? held : Promise.resolve()).then(() => forward(siteUrl, { incoming, outgoing }, answerWith))
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
    breakAfter(sections) {
      answerNext = (answer, outgoing) => breakOff(answer, outgoing, sections)
    },
    pauseAfter(sections) {
      const { promise, resolve } = Promise.withResolvers<void>()
      answerNext = (answer, outgoing) => {
        pause(answer, outgoing, { sections, until: promise }).catch(() => outgoing.destroy())
      }
      return resolve
    },
    goDown() {
      down = true
      server.closeAllConnections()
    },
    close,
  }
}

type AnswerWith = (answer: IncomingMessage, outgoing: ServerResponse) => void

const pipeAnswer: AnswerWith = (answer, outgoing) => void answer.pipe(outgoing)

interface Exchange {
  readonly incoming: IncomingMessage
  readonly outgoing: ServerResponse
}

function forward(siteUrl: string, { incoming, outgoing }: Exchange, answerWith: AnswerWith): void {
  const { method, headers } = incoming
  const asking = send(new URL(incoming.url ?? '/', siteUrl), { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answerWith(answer, outgoing)
  })
  asking.on('error', () => outgoing.destroy())
  incoming.pipe(asking)
}

/** Where the event of the resolved section of this number ends in a stream; undefined when it has not come yet. */
function endOfSection(text: string, section: number): number | undefined {
  const end = [...text.matchAll(/event: section-end\n.*\n\n/g)][section - 1]
  return end && end.index + end[0].length
}

/** Passes on so many resolved sections and the beginning of the next event. What the site still sends goes nowhere. */
function breakOff(answer: IncomingMessage, outgoing: ServerResponse, sections: number): void {
  let text = ''
  answer.setEncoding('utf8').on('data', (part: string) => {
    text += part
    const end = endOfSection(text, sections)
    if (end !== undefined && !outgoing.destroyed) {
      outgoing.write(text.slice(0, end + 20), () => outgoing.destroy())
    }
  })
}

interface Pause {
  readonly sections: number
  readonly until: Promise<void>
}

/** Passes on what comes up to so many resolved sections, and the rest later. */
async function pause(answer: IncomingMessage, outgoing: ServerResponse, { sections, until }: Pause): Promise<void> {
  let text = ''
  let paused = false
  for await (const part of answer.setEncoding('utf8')) {
    const passed = text.length
    text += String(part)
    const end = paused ? undefined : endOfSection(text, sections)
    outgoing.write(text.slice(passed, end))
    if (end !== undefined) {
      paused = true
      await until
      outgoing.write(text.slice(end))
    }
  }
  outgoing.end()
}
