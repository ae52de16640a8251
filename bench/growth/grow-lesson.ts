import { publishLessons } from '../../lib/db/index.ts'
import { median } from '../numbers/percentile.ts'
import { formatNumber } from '../report/format-number.ts'
import { composeLesson } from '../testbed/compose-lesson.ts'
import { createReader } from '../testbed/create-reader.ts'
import { loadServer } from '../testbed/load-server.ts'
import type { Pace } from '../testbed/pace.ts'
import type { ServerProcess } from '../testbed/start-process.ts'
import { timeEvents } from '../testbed/time-lesson.ts'
import { withTestbed, type Testbed } from '../testbed/with-testbed.ts'

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
  return withTestbed({ pace, servers }, async (testbed) => {
    const sizes: LessonSize[] = []
    for (const sections of lengths) {
      sizes.push(await measure(testbed, sections))
      const { cold = 0, hit = 0 } = sizes.at(-1) ?? {}
      print(`  ${sections} sections: ${formatNumber(cold, 'milliseconds')}, ${formatNumber(hit, 'milliseconds')}`)
    }
    return sizes
  })
}

async function measure(testbed: Testbed, sections: number): Promise<LessonSize> {
  const server = testbed.servers[String(sections)] as ServerProcess
  const parsed: number[] = []
  for (let turn = 0; turn < 3; turn += 1) {
    const began = performance.now()
    await composeLesson(sections, 'g')
    parsed.push(performance.now() - began)
  }
  const [warmUp, lesson] = [await composeLesson(2, `before-${sections}`), await composeLesson(sections, 'g')]
  await publishLessons(testbed, { version: 1, lessons: [warmUp, lesson] })
  await testbed.emptyCaches()
  const reader = await createReader(testbed.db)
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
