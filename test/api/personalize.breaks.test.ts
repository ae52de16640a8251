import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aLearner } from '../support/a-learner.ts'
import { aLesson, testDatabase } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { modelCalls } from '../support/call.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { backgroundWork } from '../support/background-work.ts'
import { takeLoggedErrors } from '../support/logged-errors.ts'
import { eventsNamed } from '../support/read-events.ts'
import { askForLesson, readLesson, streamLesson } from '../support/read-lesson.ts'

/** As no writer leaves it: a date that no clock shows. */
const damageRewrite = (key: string | null | undefined): Promise<unknown> =>
  sql`update personalized_content_cache set created_at = 'infinity' where key = ${key}`.execute(testDatabase())

test('work that breaks after the stream has begun ends it with an error, when all else has come', async () => {
  const model = aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const { sections } = await readLesson(learner, { lesson_slug: lesson.slug, sections: ['torque'] })
  await damageRewrite(sections[0]?.key)
  const events = await streamLesson(learner, { lesson_slug: lesson.slug })
  expect(events.at(-1)).toEqual({
    event: 'error',
    data: { error: 'internal-error', message: expect.stringContaining('ask again'), retryable: true },
  })
  expect(eventsNamed(events, 'lesson-end')).toEqual([])
  expect(new Set(eventsNamed(events, 'section-end').map(({ section }) => section))).toEqual(
    new Set(['for-you', '_opening', 'code', 'danger', 'figure']),
  )
  expect(takeLoggedErrors()).toMatchObject([{ event: 'lesson-failed', error_name: 'RangeError' }])
  const rest = { lesson_slug: lesson.slug, sections: ['for-you', '_opening', 'code'] }
  expect(await readLesson(learner, rest)).toMatchObject({ cached: true })
  expect(await modelCalls(model)).toHaveLength(4)
})

test('work that breaks is a 500 to a reader of JSON, and is remembered as no reading', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const { sections } = await readLesson(learner, { lesson_slug: lesson.slug, sections: ['torque'] })
  await damageRewrite(sections[0]?.key)
  await expectProblem(await askForLesson(learner, { lesson_slug: lesson.slug }), 'internal-error')
  await backgroundWork()
  expect(takeLoggedErrors().map(({ event }) => event)).toEqual(['lesson-failed', 'internal-error'])
  const given = await testDatabase()
    .selectFrom('learner_lessons')
    .select('keys')
    .where('user_id', '=', learner)
    .execute()
  expect(given).toEqual([])
})
