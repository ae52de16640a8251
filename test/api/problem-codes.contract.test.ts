import { afterAll, expect, test } from 'vitest'
import health from '../../api/health.ts'
import onboarding from '../../api/onboarding.ts'
import personalize from '../../api/personalize.ts'
import rewrites from '../../api/rewrites/[key].ts'
import createUser from '../../api/user/create.ts'
import preferences from '../../api/user/preferences.ts'
import transfer from '../../api/user/transfer.ts'
import user from '../../api/user/[user_id].ts'
import { bodyBytesMax } from '../../lib/http/read-json.ts'
import { problemStatus, type ProblemCode } from '../../lib/errors/problem.ts'
import { aKey } from '../support/a-key.ts'
import { aLearner, someAnswers } from '../support/a-learner.ts'
import { aLesson, testDatabase } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { call } from '../support/call.ts'
import { changedMeanwhile } from '../support/changed-meanwhile.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { takeLoggedErrors } from '../support/logged-errors.ts'
import { askForLesson } from '../support/read-lesson.ts'

const learner = crypto.randomUUID()
const headers = { 'x-user-id': learner }

/** One request for each code; `not-found` is the local server's, for paths that name no function. */
const triggers: Readonly<Record<Exclude<ProblemCode, 'not-found'>, () => Promise<Response>>> = {
  'invalid-json': () => call(createUser, 'POST /', { body: '{' }),
  'invalid-request': () => call(createUser, 'POST /', { body: {} }),
  'missing-user-id': () => call(preferences, 'GET /'),
  'invalid-user-id': () => call(user, 'GET /api/user/somebody'),
  'invalid-key': () => askForLesson(learner, { lesson_slug: 'a' }, { authorization: 'Bearer wrong' }),
  'missing-scope': async () =>
    askForLesson(learner, { lesson_slug: 'a' }, (await aKey({ scopes: ['insights'] })).headers),
  'content-not-published': async () => askForLesson(await aLearner(), { lesson_slug: 'a', original_content: 'Text.' }),
  'user-not-found': () => call(onboarding, 'POST /', { body: { user_id: learner, ...someAnswers } }),
  'preferences-not-found': () => call(preferences, 'GET /', { headers }),
  'lesson-not-found': async () => askForLesson(await aLearner(), { lesson_slug: 'no/such' }),
  'rewrite-not-found': () => call(rewrites, 'GET /api/rewrites/none'),
  'transfer-not-found': () => call(transfer, 'PUT /', { body: { code: '0000-0000-0000' } }),
  'method-not-allowed': () => call(personalize, 'GET /api/personalize'),
  'user-exists': async () => call(createUser, 'POST /', { body: { user_id: await aLearner() } }),
  'profile-changed': async () => changedMeanwhile(await aLearner()),
  'body-too-large': () => call(createUser, 'POST /', { body: ' '.repeat(bodyBytesMax + 1) }),
  'unsupported-media-type': () => call(createUser, 'POST /', { body: '{}', headers: { 'content-type': 'text/plain' } }),
  'invalid-lesson': async () =>
    askForLesson(await aLearner(), { lesson_slug: 'a', original_content: '---\n[\n---\n\nText.' }),
  'too-many-requests': async () => {
    process.env['LEARNER_DAILY_REQUESTS'] = '0'
    aModel('echo')
    return askForLesson(await aLearner(), { lesson_slug: (await aLesson()).slug })
  },
  'budget-reached': async () => {
    process.env['DAILY_TOKENS'] = '0'
    return askForLesson(await aLearner(), { lesson_slug: (await aLesson()).slug })
  },
  'internal-error': async () => {
    const lesson = await aLesson()
    await testDatabase().updateTable('lessons').set({ sections: '[{}]' }).where('slug', '=', lesson.slug).execute()
    return askForLesson(await aLearner(), { lesson_slug: lesson.slug })
  },
  'not-configured': () => {
    process.env['DATABASE_URL'] = ''
    return call(health, 'GET /')
  },
  'database-unavailable': () => {
    process.env['NEON_FETCH_ENDPOINT'] = 'http://127.0.0.1:9/sql'
    return call(preferences, 'GET /', { headers })
  },
}

const seen = new Set<string>()

test.each(Object.keys(triggers) as (keyof typeof triggers)[])('the API answers "%s" with its status', async (code) => {
  const { error } = await expectProblem(await triggers[code](), code)
  expect(takeLoggedErrors().map(({ event }) => event)).toEqual(
    problemStatus[code] >= 500 && code !== 'not-configured' ? [code] : [],
  )
  seen.add(error)
})

afterAll(() => {
  expect([...seen].toSorted()).toEqual(
    Object.keys(problemStatus)
      .filter((code) => code !== 'not-found')
      .toSorted(),
  )
})
