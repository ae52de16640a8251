import { sql } from 'kysely'
import { beforeEach, expect, inject, test, vi } from 'vitest'
import type { LessonStart } from '../../lib/contract/wire-events.ts'
import { createKeyedHash } from '../../lib/quota/keyed-hash.ts'
import { aLearner } from '../support/a-learner.ts'
import { aLesson, testDatabase } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { modelCalls } from '../support/call.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { eventsNamed } from '../support/read-events.ts'
import { askForLesson, readLesson, streamLesson } from '../support/read-lesson.ts'

const hourMilliseconds = 3_600_000
/** An hour before midnight by UTC, on the day that it is. */
const lateToday = Math.floor(Date.now() / (24 * hourMilliseconds)) * 24 * hourMilliseconds + 23 * hourMilliseconds

let model: string
let lesson_slug: string
beforeEach(async () => {
  vi.spyOn(Date, 'now').mockReturnValue(lateToday)
  model = aModel('echo')
  lesson_slug = (await aLesson()).slug
})

const limits = ['LEARNER_DAILY_TOKENS', 'ADDRESS_DAILY_TOKENS', 'DAILY_TOKENS'] as const
const everywhere = limits.flatMap((limit) => [
  [limit, 'application/json'] as const,
  [limit, 'text/event-stream'] as const,
])

test.each(everywhere)(
  'with nothing left of %s, a lesson that nobody has read is refused as JSON until midnight (%s)',
  async (limit, accept) => {
    process.env[limit] = '0'
    const response = await askForLesson(await aLearner(), { lesson_slug }, { accept })
    expect(response.headers.get('retry-after')).toBe('3600')
    expect((await expectProblem(response, 'budget-reached')).detail).toEqual({ limit, value: 0 })
    expect(await modelCalls(model)).toEqual([])
  },
)

test('with nothing left, a lesson that was read before comes as ever', async () => {
  await readLesson(await aLearner(), { lesson_slug })
  process.env['DAILY_TOKENS'] = '0'
  expect(await readLesson(await aLearner(), { lesson_slug })).toMatchObject({ cached: true })
})

test('with nothing left, what is cached of a lesson comes, and the rest stays with its reason', async () => {
  const learner = await aLearner()
  await readLesson(learner, { lesson_slug, sections: ['torque'] })
  process.env['LEARNER_DAILY_TOKENS'] = '0'
  const events = await streamLesson(learner, { lesson_slug })
  const [start] = eventsNamed(events, 'lesson-start') as [LessonStart]
  const writing = start.sections.filter(({ state }) => state === 'writing').map(({ id }) => id)
  const ends = eventsNamed(events, 'section-end')
  expect(ends.find(({ section }) => section === 'torque')).toMatchObject({ source: 'rewrite', cached: true })
  expect(writing.length).toBeGreaterThan(1)
  for (const id of writing)
    expect(ends.find(({ section }) => section === id)).toMatchObject({ source: 'original', reason: 'budget-reached' })
})

test('what a section does not use of its reservation is there for the next one', async () => {
  // Two sections may not be under way on this at once; one after the other, all of them are written.
  Object.assign(process.env, { LEARNER_DAILY_TOKENS: '25000', SECTIONS_AT_A_TIME: '1' })
  const { summary, sections } = await readLesson(await aLearner(), { lesson_slug })
  expect(sections.flatMap(({ reason }) => reason ?? [])).not.toContain('budget-reached')
  expect(summary.written).toBeGreaterThan(2)
})

test('a learner who has used up the day is refused, another is not, and tomorrow is another day', async () => {
  process.env['LEARNER_DAILY_TOKENS'] = '25000'
  const [subject, other] = [await aLearner(), await aLearner()]
  const { summary } = await readLesson(subject, { lesson_slug, sections: ['torque'] })
  expect(summary.written).toBe(1)
  await useTokens(subject, 24_000)
  await expectProblem(await askForLesson(subject, { lesson_slug, sections: ['code'] }), 'budget-reached')
  expect((await readLesson(other, { lesson_slug, sections: ['code'] })).summary.written).toBe(1)
  vi.spyOn(Date, 'now').mockReturnValue(lateToday + hourMilliseconds)
  expect((await readLesson(subject, { lesson_slug, sections: ['for-you'] })).summary.written).toBe(1)
})

/** Has a learner, who has used some tokens today, use so many more. */
async function useTokens(learner: string, tokens: number): Promise<void> {
  const day = new Date(lateToday).toISOString().slice(0, 10)
  const hash = await createKeyedHash(inject('connectionString'), `spending ${day}`)
  const { numUpdatedRows } = await testDatabase()
    .updateTable('spending')
    .set({ tokens_used: sql`tokens_used + ${tokens}` })
    .where('bucket', '=', `learner:${await hash(learner)}`)
    .where('tokens_used', '>', '0')
    .executeTakeFirstOrThrow()
  expect(numUpdatedRows).toBe(1n)
}
