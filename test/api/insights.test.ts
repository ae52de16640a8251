import * as v from 'valibot'
import { beforeEach, expect, test } from 'vitest'
import feedback from '../../api/feedback.ts'
import operatorTask from '../../api/operator/[task].ts'
import { insightsAnswer, type InsightsAnswer } from '../../lib/contract/insights-answer.ts'
import { aKey } from '../support/a-key.ts'
import { aLearner } from '../support/a-learner.ts'
import { aLesson } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { call } from '../support/call.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { readLesson } from '../support/read-lesson.ts'

beforeEach(() => {
  delete process.env['OPENAI_PRICE']
})

async function readInsights(query = ''): Promise<InsightsAnswer> {
  const { headers } = await aKey({ scopes: ['insights'] })
  const response = await call(operatorTask, `GET /api/operator/insights${query}`, { headers })
  expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store'])
  return v.parse(insightsAnswer, await response.json())
}

test('what a written lesson cost stands under its model’s name, today and in the whole period', async () => {
  const model = aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const { summary } = await readLesson(learner, { lesson_slug: lesson.slug })
  const { input_tokens, cached_input_tokens, output_tokens } = summary.usage
  const { today, period, daily, days } = await readInsights()
  for (const { models } of [today, period])
    expect(models.find((one) => one.model === model)).toMatchObject({
      ...{ input_tokens, cached_input_tokens, output_tokens, uncounted_calls: 0 },
    })
  expect([days, daily.length]).toEqual([30, 30])
  const last = daily.at(-1)
  expect(last?.readers).toBeGreaterThan(0)
  expect(last?.new_learners).toBeGreaterThan(0)
  expect(last?.lessons_written).toBeGreaterThan(0)
  expect(today.times.whole.written?.p50).toBeGreaterThan(0)
})

test('a cost that nobody knows is null, and so is every sum with it; a price that is set gives dollars', async () => {
  const model = aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const { summary } = await readLesson(learner, { lesson_slug: lesson.slug })
  const unknown = await readInsights()
  expect(unknown.today.models.find((one) => one.model === model)?.dollars).toBeNull()
  expect(unknown.today.dollars).toBeNull()
  process.env['OPENAI_PRICE'] = '1/1/1'
  const known = await readInsights()
  const tokens = (summary.usage.input_tokens ?? 0) + (summary.usage.output_tokens ?? 0)
  expect(known.today.models.find((one) => one.model === model)?.dollars).toBeCloseTo(tokens / 1e6, 9)
  expect(known.today.dollars).toBeGreaterThan(0)
})

test('a section that readers ask to be simpler, or find too hard, is listed with its heading', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const wanted = { lesson_slug: lesson.slug, sections: ['torque'], choices: { torque: { level: 'simpler' } } }
  const { sections } = await readLesson(learner, wanted)
  const said = await call(feedback, 'POST /api/feedback', {
    headers: { 'x-user-id': learner },
    body: { rewrite_key: sections[0]?.key, rating: 'down', reason: 'too-hard' },
  })
  expect(said.status).toBe(200)
  const { sections: listed } = await readInsights('?days=1')
  expect(listed.find((section) => section.lesson === lesson.slug)).toEqual({
    lesson: lesson.slug,
    section: 'torque',
    lesson_title: lesson.title,
    heading: lesson.sections.find(({ id }) => id === 'torque')?.heading?.text,
    asked: { simpler: 1, deeper: 0, differently: 0 },
    up: 0,
    down: 1,
    reasons: { 'too-simple': 0, 'too-hard': 1, unclear: 0, wrong: 0, other: 0 },
  })
})

test('insights are for keys with the scope "insights" alone', async () => {
  const ask = (headers = {}) => call(operatorTask, 'GET /api/operator/insights', { headers })
  await expectProblem(await ask(), 'invalid-key')
  await expectProblem(await ask({ authorization: `Bearer plm_${'0'.repeat(32)}` }), 'invalid-key')
  const { message } = await expectProblem(await ask((await aKey({ scopes: ['personalize'] })).headers), 'missing-scope')
  expect(message).toContain('insights')
})

test('the task in the query, where the platform puts it, is no unknown field; any other is', async () => {
  const { headers } = await aKey({ scopes: ['insights'] })
  const ask = (query: string) => call(operatorTask, `GET /api/operator/insights?${query}`, { headers })
  expect((await ask('days=7&task=insights')).status).toBe(200)
  await expectProblem(await ask('weeks=1'), 'invalid-request')
})

test.each(['0', '366', '-1', '1.5', 'all', '', '%00'])(
  'days=%s is refused, and what is wanted is named',
  async (days) => {
    const { headers } = await aKey({ scopes: ['insights'] })
    const response = await call(operatorTask, `GET /api/operator/insights?days=${days}`, { headers })
    const { message } = await expectProblem(response, 'invalid-request')
    expect(message).toContain('1 to 365')
  },
)
