import { expect, test } from 'vitest'
import feedback from '../../api/feedback.ts'
import health from '../../api/health.ts'
import onboarding from '../../api/onboarding.ts'
import forgetVersions from '../../api/personalize/cache.ts'
import rewrites from '../../api/rewrites/[key].ts'
import user from '../../api/user/[user_id].ts'
import exportUser from '../../api/user/[user_id]/export.ts'
import createUser from '../../api/user/create.ts'
import preferences from '../../api/user/preferences.ts'
import { aLearner, someAnswers } from '../support/a-learner.ts'
import { call, type EdgeFunction } from '../support/call.ts'
import { databaseFaults } from '../support/database-faults.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { takeLoggedErrors } from '../support/logged-errors.ts'
import { useBrokenDatabase } from '../support/use-broken-database.ts'

const broken = useBrokenDatabase()

interface Asked {
  readonly edgeFunction: EdgeFunction
  readonly path: string
  readonly body?: object
  /** The answer when the database is well. */
  readonly status: number
  /** The answer to the same again, if what was asked for has been done already. */
  readonly statusAgain?: number
}

const key = '0'.repeat(64)

/** Every call but `POST /api/personalize`, for a learner who has answered the questions. */
const callsOf = (user_id: string): readonly Asked[] => [
  {
    edgeFunction: createUser,
    path: 'POST /api/user/create',
    body: { user_id: crypto.randomUUID() },
    status: 201,
    statusAgain: 409,
  },
  { edgeFunction: user, path: `GET /api/user/${user_id}`, status: 200 },
  { edgeFunction: onboarding, path: 'POST /api/onboarding', body: { user_id, ...someAnswers }, status: 200 },
  { edgeFunction: preferences, path: 'GET /api/user/preferences', status: 200 },
  {
    edgeFunction: preferences,
    path: 'PUT /api/user/preferences',
    body: { education_level: 'graduate' },
    status: 200,
  },
  { edgeFunction: forgetVersions, path: 'DELETE /api/personalize/cache', status: 200 },
  { edgeFunction: rewrites, path: `GET /api/rewrites/${key}`, status: 404 },
  { edgeFunction: feedback, path: 'POST /api/feedback', body: { rewrite_key: key, rating: 'up' }, status: 404 },
  { edgeFunction: exportUser, path: `GET /api/user/${user_id}/export`, status: 200 },
  { edgeFunction: user, path: `DELETE /api/user/${user_id}`, status: 200, statusAgain: 404 },
]

test.each(databaseFaults)(
  'under "$fault", every other call says to try again, and trying again works',
  async (fault) => {
    const learner = await aLearner()
    for (const { edgeFunction, path, body, status, statusAgain = status } of callsOf(learner)) {
      const ask = (): Promise<Response> => call(edgeFunction, path, { body, headers: { 'x-user-id': learner } })
      broken.strike(() => fault)
      const response = await ask()
      broken.endFault()
      if (fault.goesOn === 'late') expect([path, response.status]).toEqual([path, status])
      else {
        expect(response.headers.get('retry-after')).toBe('5')
        await expectProblem(response, 'database-unavailable')
        expect(takeLoggedErrors()).toMatchObject([{ event: 'database-unavailable' }])
      }
      expect([path, (await ask()).status]).toEqual([path, fault.runs ? statusAgain : status])
    }
  },
)

test.each(databaseFaults)('under "$fault", the health check says whether the database answers', async (fault) => {
  const answers = fault.goesOn === 'late'
  broken.strike(() => fault)
  const response = await call(health, 'GET /api/health')
  expect(await response.json()).toMatchObject({ database: answers ? 'reachable' : 'unreachable', model: 'reachable' })
  expect(response.status).toBe(answers ? 200 : 503)
})
