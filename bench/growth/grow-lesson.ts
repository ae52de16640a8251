import { publishLessons } from '../../lib/db/index.ts'
import { median } from '../numbers/percentile.ts'
import { formatNumber } from '../report/format-number.ts'
import { composeLesson } from '../stage/compose-lesson.ts'
import { createReader } from '../stage/create-reader.ts'
import { loadServer } from '../stage/load-server.ts'
import type { Pace } from '../stage/pace.ts'
import type { ServerProcess } from '../stage/start-process.ts'
import { timeEvents } from '../stage/time-lesson.ts'
import { withStage, type Stage } from '../stage/with-stage.ts'

export interface LessonSize {
  readonly sections: number
  /** Milliseconds. */
  readonly parsing: number
  readonly cold: number
  readonly hit: number
  /** Of the answer to a hit. */
  readonly bytes: number
  readonly peak: number
}

const lengths = [1, 10, 50, 100, 200, 400]
const hits = 20
/** A model that is never waited for. */
const pace: Pace = { firstTokenMs: 0, tokensPerSecond: 1e9, tokensAPiece: 256 }

/** Reads lessons of growing length, each at a server process of its own. */
export function growLesson(print: (line: string) => void): Promise<LessonSize[]> {
  const servers = Object.fromEntries(lengths.map((sections) => [String(sections), {}]))
  return withStage({ pace, servers }, async (stage) => {
    const sizes: LessonSize[] = []
    for (const sections of lengths) {
      sizes.push(await measure(stage, sections))
      const { cold = 0, hit = 0 } = sizes.at(-1) ?? {}
      print(`  ${sections} sections: ${formatNumber(cold, 'milliseconds')}, ${formatNumber(hit, 'milliseconds')}`)
    }
    return sizes
  })
}

async function measure(stage: Stage, sections: number): Promise<LessonSize> {
  const server = stage.servers[String(sections)] as ServerProcess
  const parsed: number[] = []
  for (let turn = 0; turn < 3; turn += 1) {
    const began = performance.now()
    await composeLesson(sections, 'g')
    parsed.push(performance.now() - began)
  }
  const [warmUp, lesson] = [await composeLesson(2, `before-${sections}`), await composeLesson(sections, 'g')]
  await publishLessons(stage, { version: 1, lessons: [warmUp, lesson] })
  await stage.emptyCaches()
  const reader = await createReader(stage.db)
  await timeEvents({ url: server.url, slug: warmUp.slug, reader })
  const { whole: cold } = await timeEvents({ url: server.url, slug: lesson.slug, reader })
  const call = {
    method: 'POST',
    url: `${server.url}/api/personalize`,
    headers: { 'x-user-id': reader, 'content-type': 'application/json' },
    body: JSON.stringify({ lesson_slug: lesson.slug, form: 'slots' }),
  } as const
  const { latencies, headers } = await loadServer(call, { requests: hits, connections: 1 })
  const body = await fetch(call.url, call).then((answer) => answer.arrayBuffer())
  if (headers.length !== hits) throw new Error('Cannot measure: an answer is missing')
  const { peak } = await server.vitals()
  return { sections, parsing: median(parsed), cold, hit: median(latencies), bytes: body.byteLength, peak }
}
