import { sql, type Kysely } from 'kysely'
import { expect } from 'vitest'
import { findRewrites, leaseSeconds } from '../../lib/db/lease-queries.ts'
import { batchPolls } from '../../lib/rewrite/batch-polls.ts'
import type { Database } from '../../lib/db/database.ts'
import { createEndpoint } from '../../lib/http/endpoint.ts'
import { postPersonalize, type PersonalizeServices } from '../../lib/http/endpoints/personalize.ts'
import { createWriter } from '../../lib/llm/create-writer.ts'
import { getSettings } from '../../lib/runtime/composition-root.ts'
import { writingRoot } from '../../lib/runtime/writing-root.ts'
import { call, type EdgeFunction } from './call.ts'
import type { Timers } from './create-timers.ts'
import { backgroundWork } from './background-work.ts'
import { eventsNamed, readEvents } from './read-events.ts'

/** The sections of the small lesson in a whole reading: the figure has no prose to rewrite. */
export const wholeReading = ['rewrite', 'rewrite', 'rewrite', 'rewrite', 'original', 'original']
export const rewriteCount = wholeReading.filter((source) => source === 'rewrite').length

/** `POST /api/personalize` with its live services, but for the timers, which are a test's. */
const personalizeWith = ({ after, every, sleep, now }: Timers): EdgeFunction =>
  createEndpoint<PersonalizeServices>(
    { route: '/api/personalize', POST: postPersonalize },
    {
      ...writingRoot,
      createServices: (id, timing) => {
        const services = writingRoot.createServices(id, timing)
        return {
          ...services,
          writer: createWriter(getSettings().model, { after, log: writingRoot.log }),
          // Its first look comes at once, before anything can be written.
          poll: batchPolls((keys) => findRewrites(services.db, keys), { sleep, now, random: () => 0 }),
          every,
          sleep,
          now,
        }
      },
    },
  )

export interface Reading {
  readonly slug: string
  readonly learner: string
}

/** Asks for the whole lesson, as events. */
export const askWith = (timers: Timers, { slug, learner }: Reading): Promise<Response> =>
  call(personalizeWith(timers), 'POST /api/personalize', {
    body: { lesson_slug: slug },
    headers: { 'x-user-id': learner, accept: 'text/event-stream' },
  })

/** Reads the whole lesson, and waits until the reading is remembered. */
export async function readWith(timers: Timers, reading: Reading) {
  const response = await askWith(timers, reading)
  expect(response.status).toBe(200)
  const events = await readEvents(response)
  await backgroundWork()
  expect(eventsNamed(events, 'lesson-end')).toHaveLength(1)
  const ends = eventsNamed(events, 'section-end')
  const [start] = eventsNamed(events, 'lesson-start')
  // Sections end in any order.
  const sections = (start?.sections ?? []).map(({ id }) => ends.find(({ section }) => section === id))
  return {
    sources: sections.map((section) => section?.source),
    reasons: sections.flatMap((section) => section?.reason ?? []),
    cached: sections.filter((section) => section?.cached).length,
  }
}

/** The state of each row that the cache holds of a lesson: a whole rewrite, or nothing but a lease that runs out by itself. */
export async function readRowStates(db: Kysely<Database>, slug: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('personalized_content_cache')
    .select(['state', 'content', 'proof', 'verifier_version', 'lease_token'])
    .select(sql<string>`extract(epoch from lease_until - clock_timestamp())`.as('seconds_left'))
    .where('lesson_slug', '=', slug)
    .execute()
  for (const { state, content, proof, verifier_version, lease_token, seconds_left } of rows)
    if (state === 'ready') {
      expect([content, proof, verifier_version, lease_token]).not.toContain(null)
    } else {
      expect(state).toBe('writing')
      expect(content).toBeNull()
      expect(Number(seconds_left)).toBeLessThanOrEqual(leaseSeconds)
    }
  return rows.map(({ state }) => state)
}

/** Lets every lease on a lesson run out. */
export async function endLeases(db: Kysely<Database>, slug: string): Promise<void> {
  await db
    .updateTable('personalized_content_cache')
    .set({ lease_until: new Date(0) })
    .where('lesson_slug', '=', slug)
    .where('state', '=', 'writing')
    .execute()
}

/** How many times this model was asked. */
export async function countModelCalls(modelBaseUrl: string, name: string): Promise<number> {
  const response = await fetch(`${modelBaseUrl}/calls?model=${encodeURIComponent(name)}`)
  return ((await response.json()) as unknown[]).length
}
