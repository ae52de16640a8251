import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { aLearner } from '../support/a-learner.ts'
import { aModel } from '../support/a-model.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { statements } from '../support/fault-moments.ts'
import { publishLesson } from '../support/publish-lesson.ts'
import { countModelCalls, rewriteCount } from '../support/read-under-fault.ts'
import { eventsNamed } from '../support/read-events.ts'
import { askForLesson, streamLesson } from '../support/read-lesson.ts'
import { useRealServices } from '../support/use-real-services.ts'

const services = useRealServices({
  async before({ statements: [first] }) {
    if (first?.query.startsWith(statements.takeLease)) await useUpToday()
    return undefined
  },
})
beforeEach(() => sql`delete from spending`.execute(services.database.db))

/** What others do between the look at the lesson and the first lease. */
const useUpToday = () =>
  sql`insert into spending (bucket, day, tokens_used) values ('all', (now() at time zone 'utc')::date, 1000000000)
    on conflict (bucket, day) do nothing`.execute(services.database.db)

test('a budget that others use up after the lesson was looked up leaves no answer of originals alone, as JSON', async () => {
  const name = aModel('echo')
  const { slug: lesson_slug } = await publishLesson(services.database.db)
  const response = await askForLesson(await aLearner(), { lesson_slug })
  expect(response.headers.get('retry-after')).toMatch(/^\d+$/)
  await expectProblem(response, 'budget-reached')
  expect(await countModelCalls(services.model.baseUrl, name)).toBe(0)
})

test('the same as events, which have begun by then, says so section by section', async () => {
  const name = aModel('echo')
  const { slug: lesson_slug } = await publishLesson(services.database.db)
  const ends = eventsNamed(await streamLesson(await aLearner(), { lesson_slug }), 'section-end')
  expect(ends.filter(({ reason }) => reason === 'budget-reached')).toHaveLength(rewriteCount)
  expect(await countModelCalls(services.model.baseUrl, name)).toBe(0)
})
