import { describe, expect, test } from 'vitest'
import { judge } from '../../../test/support/judge.ts'
import { planTask } from '../../../test/support/plan-task.ts'
import { length } from './length.ts'

const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ')
const task = await planTask(words(100))
const note = { ...task, kind: 'note' as const }

describe('length()', () => {
  test.each([
    [40, []],
    [39, ['too-short']],
    [320, []],
    [321, ['too-long']],
  ])('judges %i words for a section of 100', (count, reasons) => {
    expect(judge(length, words(count), task)).toEqual(reasons)
  })

  test('lets a short section grow by sixty words', async () => {
    const short = await planTask(words(5))
    expect(judge(length, words(73), short)).toEqual([])
    expect(judge(length, words(74), short)).toEqual(['too-long'])
  })

  test.each([
    [11, ['too-short']],
    [12, []],
    [160, []],
    [161, ['too-long']],
  ])('judges %i words for an opening note', (count, reasons) => {
    expect(judge(length, words(count), note)).toEqual(reasons)
  })

  test('counts neither code nor placeholders', () => {
    expect(judge(length, `${words(39)} \`code\` [[slot:k1]]`, task)).toEqual(['too-short'])
  })

  test('counts a warning that is opened for translation as text of the section', async () => {
    const warned = `${words(10)}\n\n:::danger\n\n${words(200)}\n\n:::`
    const urdu = await planTask(warned, { answers: { preferred_language: 'ur' } })
    expect(judge(length, words(210), urdu)).toEqual([])
    expect(judge(length, words(210), await planTask(warned))).toEqual(['too-long'])
  })

  test('finds the beginning of a text too long, never too short', () => {
    expect(judge(length, words(1), task, { partial: true })).toEqual([])
    expect(judge(length, words(321), task, { partial: true })).toEqual(['too-long'])
  })
})
