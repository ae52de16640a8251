import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { aKey } from '../support/a-key.ts'
import { aLearner } from '../support/a-learner.ts'
import { aLesson, testDatabase } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { lastUse, spentOf } from '../support/key-account.ts'
import { lessonFile } from '../support/lesson-file.ts'
import { askForLesson, readLesson } from '../support/read-lesson.ts'

const db = () => testDatabase()

test('the last use of a key is written once an hour', async () => {
  aModel('echo')
  const [learner, key, { slug }] = await Promise.all([aLearner(), aKey(), aLesson({ file: '# Locked\n' })])
  const use = () => readLesson(learner, { lesson_slug: slug }, key.headers)
  const age = (interval: string) =>
    sql`update integrator_keys set last_used_at = last_used_at - ${interval}::interval where id = ${key.id}`.execute(
      db(),
    )
  await use()
  const first = (await lastUse(key)) as Date
  await use()
  expect(await lastUse(key)).toEqual(first)
  await age('59 minutes')
  const old = await lastUse(key)
  await use()
  expect(await lastUse(key)).toEqual(old)
  await age('2 minutes')
  await use()
  expect((await lastUse(key))?.getTime()).toBeGreaterThan(first.getTime() - 1)
})

test('the log line of a request names the key by its id, and has nothing else of it', async () => {
  delete process.env['LOG_REQUESTS']
  aModel('echo')
  const [learner, key, { slug }] = await Promise.all([aLearner(), aKey(), aLesson()])
  vi.mocked(console.log).mockClear()
  await readLesson(learner, { lesson_slug: slug }, key.headers)
  const lines = vi.mocked(console.log).mock.calls.map(String)
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([{ event: 'request', key: key.id }])
  expect(lines.join('')).not.toContain(key.key.slice(12))
})

test('what a key has written is on its own account and on that of all, and on no learner’s', async () => {
  aModel('echo')
  const [learner, key] = await Promise.all([aLearner(), aKey()])
  Object.assign(process.env, { LEARNER_DAILY_TOKENS: '0', ADDRESS_DAILY_TOKENS: '0' })
  const body = {
    lesson_slug: `mine/${crypto.randomUUID()}`,
    original_content: `${lessonFile}\n\nAnd ${crypto.randomUUID()}.`,
  }
  const { summary } = await readLesson(learner, body, key.headers)
  expect(summary.written).toBeGreaterThan(0)
  expect(await spentOf(key)).toBe(1 + (summary.usage.input_tokens ?? 0) + (summary.usage.output_tokens ?? 0))
})

test('a key with nothing left of its tokens is refused by that limit, and another key is not', async () => {
  aModel('echo')
  const [learner, poor, rich] = await Promise.all([aLearner(), aKey({ dailyTokens: 100 }), aKey()])
  const body = () => ({
    lesson_slug: `mine/${crypto.randomUUID()}`,
    original_content: `## One\n\nA text of some words about motors and ${crypto.randomUUID()}.`,
  })
  const { detail } = await expectProblem(await askForLesson(learner, body(), poor.headers), 'budget-reached')
  expect(detail).toEqual({ limit: 'KEY_DAILY_TOKENS', value: 100 })
  expect(await readLesson(learner, body(), rich.headers)).toMatchObject({ cached: false })
})
