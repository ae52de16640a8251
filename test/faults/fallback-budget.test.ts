import { expect, test } from 'vitest'
import { aLearner } from '../support/a-learner.ts'
import { aModel } from '../support/a-model.ts'
import { statements } from '../support/fault-moments.ts'
import { takeLoggedErrors } from '../support/logged-errors.ts'
import { publishLesson } from '../support/publish-lesson.ts'
import { countModelCalls, readWith, rewriteCount } from '../support/read-under-fault.ts'
import { at, useBrokenDatabase } from '../support/use-broken-database.ts'

const broken = useBrokenDatabase()

test('a database that is silent when leases are asked for does not open the budget: each hour has its part of the day', async () => {
  const name = aModel('echo')
  const [{ slug }, learner] = await Promise.all([publishLesson(broken.database.db), aLearner()])
  broken.strike((query) =>
    query.startsWith(statements.takeLease) ? at(({ request }) => request.socket.resetAndDestroy()) : undefined,
  )
  // The 24th part of it is less than any section may take.
  process.env['DAILY_TOKENS'] = '24000'
  const { reasons } = await readWith(broken.timers, { slug, learner })
  expect(reasons.filter((reason) => reason === 'database-unavailable')).toHaveLength(rewriteCount)
  expect(await countModelCalls(broken.modelBaseUrl, name)).toBe(0)
  expect(new Set(takeLoggedErrors().map(({ event }) => event))).toEqual(new Set(['database-unavailable']))
})
