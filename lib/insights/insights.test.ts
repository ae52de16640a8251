import { expect, test } from 'vitest'
import { reporting } from '../db/insights-queries.ts'
import { createInsights } from './insights.ts'

function insightsAt(time: string) {
  const clock = { now: Date.parse(time) }
  return { clock, insights: createInsights({ now: () => clock.now }) }
}
const cached = { measure: 'sections', label: 'cached', amount: 3 } as const

test('what was seen is summed up by day, measure and label, taken once, and forgotten', () => {
  const { clock, insights } = insightsAt('2026-11-23T23:59:59Z')
  insights.add([cached, cached, { ...cached, label: 'written' }, { ...cached, label: 'original', amount: 0 }])
  clock.now += 1_000
  insights.add([cached])
  expect(insights.take()).toEqual([
    ['2026-11-23', 'sections', 'cached', 6],
    ['2026-11-23', 'sections', 'written', 3],
    ['2026-11-24', 'sections', 'cached', 3],
  ])
  expect(insights.take('at-once')).toEqual([])
})

test('within a second of a report nothing more is taken, unless it is to go at once', () => {
  const { clock, insights } = insightsAt('2026-11-23T12:00:00Z')
  insights.take()
  insights.add([cached])
  clock.now += 999
  expect(insights.take()).toEqual([])
  clock.now += 1
  expect(insights.take()).toHaveLength(1)
  insights.add([cached])
  expect(insights.take('at-once')).toHaveLength(1)
})

test('what is put back is added to what was seen meanwhile', () => {
  const { clock, insights } = insightsAt('2026-11-23T12:00:00Z')
  insights.add([cached])
  const taken = insights.take()
  insights.add([cached])
  insights.putBack(taken)
  clock.now += 1_000
  expect(insights.take()).toEqual([['2026-11-23', 'sections', 'cached', 6]])
})

test('a statement that fails leaves what it took along for the next one', async () => {
  const { insights } = insightsAt('2026-11-23T12:00:00Z')
  insights.add([cached])
  const refused = reporting(insights, () => Promise.reject(new Error('refused')))
  await expect(refused).rejects.toThrow('refused')
  expect(insights.take('at-once')).toEqual([['2026-11-23', 'sections', 'cached', 3]])
})
