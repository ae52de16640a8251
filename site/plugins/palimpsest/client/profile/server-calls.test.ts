import { describe, expect, test } from 'vitest'
import { graduate as answers } from '../../../../../test/support/graduate.ts'
import { ApiProblem, callApi, type Api } from '../transport/call-api.ts'
import type { KeyedStorage } from '../storage/browser-storage.ts'
import { clearVersions } from './clear-versions.ts'
import { forgetLearner } from './forget-learner.ts'
import { saveAnswers } from './save-answers.ts'
import { sendProfile } from './send-profile.ts'

const learner = '0b54a3a1-6f3c-4f7a-9c1e-1b2a3c4d5e6f'
const refusal = (status: number, error: string) => Response.json({ error, message: error, request_id: 'r' }, { status })

function apiWith(...replies: Response[]) {
  const asked: { call: string; as: string | null; body: unknown }[] = []
  const fake = async (input: string, init: RequestInit) => {
    asked.push({
      call: `${init.method} ${input}`,
      as: new Headers(init.headers).get('x-user-id'),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
    })
    return replies.shift() ?? Response.error()
  }
  return { api: { base: '/base', fetch: fake as typeof fetch } satisfies Api, asked }
}
const storage: KeyedStorage = { getItem: () => learner, setItem: () => undefined, removeItem: () => undefined }

test('sendProfile() goes on when the learner is known already', async () => {
  const { api, asked } = apiWith(refusal(409, 'user-exists'), Response.json({}))
  await sendProfile(api, learner, answers)
  expect(asked.map(({ call }) => call)).toEqual(['POST /base/api/user/create', 'POST /base/api/onboarding'])
})

test('saveAnswers() sends only what changed', async () => {
  const { api, asked } = apiWith(Response.json({}))
  await saveAnswers(
    { api, storage, randomness: crypto },
    { answers, sent: true },
    { ...answers, robotics_background: false },
  )
  expect(asked).toMatchObject([{ call: 'PUT /base/api/user/preferences', body: { robotics_background: false } }])
})

test('saveAnswers() sends nothing when nothing changed', async () => {
  const { api, asked } = apiWith()
  await saveAnswers({ api, storage, randomness: crypto }, { answers, sent: true }, answers)
  expect(asked).toEqual([])
})

test('saveAnswers() sends everything to a server that has lost the learner', async () => {
  const { api, asked } = apiWith(refusal(404, 'preferences-not-found'), Response.json({}), Response.json({}))
  await saveAnswers(
    { api, storage, randomness: crypto },
    { answers, sent: true },
    { ...answers, robotics_background: false },
  )
  expect(asked.at(-1)?.body).toMatchObject({
    user_id: learner,
    robotics_background: false,
    education_level: 'graduate',
  })
})

test('clearVersions() says how many it cleared, and drops what the device stores of them', async () => {
  let dropped = 0
  const rim = (count: number) => ({
    api: apiWith(Response.json({ deleted_count: count })).api,
    storage,
    dropLessons: async () => void (dropped += 1),
  })
  expect(await clearVersions(rim(1))).toBe(1)
  expect(await clearVersions(rim(0))).toBe(0)
  expect(dropped).toBe(2)
})

test('clearVersions() leaves what the device stores when the server did not clear', async () => {
  const dropLessons = async () => expect.unreachable()
  const { api } = apiWith(refusal(503, 'database-unavailable'))
  await expect(clearVersions({ api, storage, dropLessons })).rejects.toMatchObject({ code: 'database-unavailable' })
})

describe('forgetLearner()', () => {
  const forgetUnder = async (reply: Response) => {
    const dropped: string[] = []
    const { api, asked } = apiWith(reply)
    const drops = ['storage', 'lessons', 'pages'].map((kind) => async () => {
      expect(asked, 'the device forgets first').toEqual([])
      dropped.push(kind)
    })
    const erased = await forgetLearner({ api, storage, drops })
    expect(asked.map(({ call, as }) => [call, as])).toEqual([['DELETE /base/api/user/me', learner]])
    expect(dropped).toEqual(['storage', 'lessons', 'pages'])
    return erased
  }

  test('has the server erase the learner, and removes everything that is stored on the device', async () => {
    expect(await forgetUnder(Response.json({ erased: {} }))).toBe(true)
  })

  test('takes a server that does not know the learner for one that has erased them', async () => {
    expect(await forgetUnder(refusal(404, 'user-not-found'))).toBe(true)
  })

  test('forgets on the device, and says so, when the server did not erase', async () => {
    expect(await forgetUnder(refusal(503, 'database-unavailable'))).toBe(false)
    expect(await forgetUnder(Response.error())).toBe(false)
  })
})

test('callApi() gives an answer that is no JSON as unreachable', async () => {
  const { api } = apiWith(new Response('<h1>Bad gateway</h1>', { status: 502 }))
  const problem = await callApi(api, { method: 'GET', path: '/api/health' }).catch((error: unknown) => error)
  expect(problem).toBeInstanceOf(ApiProblem)
  expect(problem).toMatchObject({ code: 'unreachable', status: 502 })
})
