import operatorTask from '../../api/operator/[task].ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { revokeKey } from '../../lib/db/key-queries.ts'
import { requireKey } from '../../lib/http/integrator-key.ts'
import { keyScopes } from '../../lib/contract/key-form.ts'
import { defaultLimits } from '../../lib/quota/limits.ts'
import { aKey } from '../support/a-key.ts'
import { aLearner } from '../support/a-learner.ts'
import { aLesson, testDatabase } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { call, modelCalls } from '../support/call.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { lastUse, spentOf } from '../support/key-account.ts'
import { lessonFile } from '../support/lesson-file.ts'
import { askForLesson, readLesson } from '../support/read-lesson.ts'

const someKey = `plm_${'0aZ9'.repeat(8)}`
const db = () => testDatabase()

test.each([
  'Bearer wrong',
  'Bearer',
  'Bearer ',
  `Basic ${someKey}`,
  someKey,
  `Bearer ${someKey}`,
  `Bearer ${someKey}0`,
  `Bearer ${someKey.slice(0, -1)}`,
  `Bearer  ${someKey}`,
  "Bearer plm_' or true --",
])(
  'the header Authorization: %s is refused, also where no key is needed, and repeated to nobody',
  async (authorization) => {
    const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
    const response = await askForLesson(learner, { lesson_slug: lesson.slug }, { authorization })
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
    const { message } = await expectProblem(response, 'invalid-key')
    expect(message).not.toMatch(/0aZ9|wrong|true/)
  },
)

test('a key with one character changed, or the hash that is stored of it, is no key', async () => {
  const { key, id } = await aKey()
  const { hash } = await db()
    .selectFrom('integrator_keys')
    .select('hash')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const changed = key.slice(0, -1) + (key.endsWith('a') ? 'b' : 'a')
  for (const sent of [changed, hash, `plm_${hash.slice(0, 32)}`, `plm_${id}${'0'.repeat(24)}`]) {
    const headers = { authorization: `Bearer ${sent}` }
    await expectProblem(await askForLesson(await aLearner(), { lesson_slug: 'a' }, headers), 'invalid-key')
  }
})

test('one address sends ADDRESS_DAILY_WRONG_KEYS wrong keys a day; the next gets 429, and a right one still holds', async () => {
  process.env['ADDRESS_DAILY_WRONG_KEYS'] = '2'
  aModel('echo')
  const from = { 'x-real-ip': '203.0.113.77' }
  const [learner, lesson, right, insights] = await Promise.all([
    aLearner(),
    aLesson(),
    aKey(),
    aKey({ scopes: ['insights'] }),
  ])
  const wrong = { authorization: `Bearer ${someKey}`, ...from }
  const ask = (headers: Record<string, string>) => askForLesson(learner, { lesson_slug: lesson.slug }, headers)
  await expectProblem(await ask(wrong), 'invalid-key')
  await expectProblem(await call(operatorTask, 'GET /api/operator/insights', { headers: wrong }), 'invalid-key')
  for (const refused of [
    await ask(wrong),
    await call(operatorTask, 'GET /api/operator/insights', { headers: wrong }),
  ]) {
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    const { detail } = await expectProblem(refused, 'too-many-requests')
    expect(detail).toEqual({ limit: 'ADDRESS_DAILY_WRONG_KEYS', value: 2 })
  }
  expect((await ask({ ...right.headers, ...from })).status).toBe(200)
  expect((await ask(from)).status).toBe(200)
  expect(
    (await call(operatorTask, 'GET /api/operator/insights', { headers: { ...insights.headers, ...from } })).status,
  ).toBe(200)
  await expectProblem(await ask({ ...wrong, 'x-real-ip': '203.0.113.78' }), 'invalid-key')
})

test('a request with a wrong key does nothing of what it asks for', async () => {
  const [learner, { slug }] = await Promise.all([aLearner(), aLesson({ file: '# Locked\n' })])
  await readLesson(learner, { lesson_slug: slug })
  const days = sql.lit('9 days')
  await sql`update users set last_seen_at = last_seen_at - ${days}::interval, variant_read = false where id = ${learner}`.execute(
    db(),
  )
  const stored = () =>
    sql`select users.*, (select count(*) from learner_lessons where user_id = users.id) from users where id = ${learner}`.execute(
      db(),
    )
  const before = (await stored()).rows
  const response = await askForLesson(learner, { lesson_slug: slug }, { authorization: `Bearer ${someKey}` })
  await expectProblem(response, 'invalid-key')
  expect((await stored()).rows).toEqual(before)
  await readLesson(learner, { lesson_slug: slug })
  expect((await stored()).rows).not.toEqual(before)
})

test('a key that was taken back is refused from the next request on', async () => {
  aModel('echo')
  const [learner, key] = await Promise.all([aLearner(), aKey()])
  const body = { lesson_slug: `mine/${crypto.randomUUID()}`, original_content: lessonFile }
  await readLesson(learner, body, key.headers)
  await revokeKey(db(), key.id)
  await expectProblem(await askForLesson(learner, body, key.headers), 'invalid-key')
})

test('a key without the scope is refused by its name, and neither counts, nor is used, nor reaches a model', async () => {
  const model = aModel('echo')
  const [learner, key] = await Promise.all([aLearner(), aKey({ scopes: ['insights', 'operate'] })])
  const body = { lesson_slug: `mine/${crypto.randomUUID()}`, original_content: lessonFile }
  const response = await askForLesson(learner, body, key.headers)
  expect(response.headers.get('www-authenticate')).toBe('Bearer error="insufficient_scope", scope="personalize"')
  const { message, detail } = await expectProblem(response, 'missing-scope')
  expect(detail).toEqual({ scope: 'personalize' })
  expect(message).toContain(`plm_${key.id}…`)
  expect(message).not.toContain(key.key)
  expect(await lastUse(key)).toBeNull()
  expect(await spentOf(key)).toBe(0)
  expect(await modelCalls(model)).toEqual([])
})

test('a wrong key is refused before learner or lesson is looked at', async () => {
  const headers = { authorization: `Bearer ${someKey}` }
  await expectProblem(await askForLesson(crypto.randomUUID(), { lesson_slug: 'a' }, headers), 'invalid-key')
})

test.each(keyScopes)('requireKey() lets a key with the scope "%s" through, and none without it', async (scope) => {
  const others = keyScopes.filter((other) => other !== scope)
  const ask = (headers: Record<string, string>) =>
    requireKey(new Request('https://palimpsest.test/', { headers }), scope, {
      db: db(),
      now: () => 0,
      limits: defaultLimits,
      hashSecret: 'secret',
    })
  const right = await aKey({ scopes: [scope] })
  await ask(right.headers)
  expect(await lastUse(right)).toBeInstanceOf(Date)
  await expect(ask((await aKey({ scopes: others })).headers)).rejects.toMatchObject({ code: 'missing-scope' })
  await expect(ask({})).rejects.toMatchObject({ code: 'invalid-key' })
  await expect(ask({ authorization: `Bearer ${someKey}` })).rejects.toMatchObject({ code: 'invalid-key' })
})
