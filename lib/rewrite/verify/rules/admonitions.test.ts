import { describe, expect, test } from 'vitest'
import { judge } from '../../../../test/support/judge.ts'
import { planTask } from '../../../../test/support/plan-task.ts'
import { admonitions } from './admonitions.ts'

const task = await planTask('Some text.\n\n:::note[Title]\n\nA note.\n\n:::\n\n:::tip\n\nA tip.\n\n:::')

describe('admonitions()', () => {
  test.each([
    ':::note[Title]\n\nA note.\n\n:::\n\n:::tip\n\nA tip.\n\n:::',
    'Text.\n\n:::note[Another [[slot:k1]] title]\nA note.\n:::\n\n:::tip[Now with a title]\n\nA tip.\n\n:::\n\nText.',
    '::::note\n\n:::tip\n\nInside.\n\n:::\n\n::::',
  ])('lets the kinds of the section through, in order: %j', (text) => {
    expect(judge(admonitions, text, task)).toEqual([])
  })

  test.each([
    [':::note\n\nA note.\n\n:::'],
    [':::tip\n\nA tip.\n\n:::\n\n:::note\n\nA note.\n\n:::'],
    [':::danger\n\nA note.\n\n:::\n\n:::tip\n\nA tip.\n\n:::'],
    [':::note\n\nA note.\n\n:::\n\n:::tip\n\nA tip.'],
    [':::\n\n:::note\n\nA note.\n\n:::\n\n:::tip\n\nA tip.'],
    [':::note\n\nA note.\n\n:::\n\n:::tip\n\nA tip.\n\n:::\n\n:::'],
    [':::note\n\nA note.\n\n:::\n\n:::tip\n\nA tip.\n\n:::\n\n::: warning'],
    [':::note[A title ] too many]\n\nA note.\n\n:::\n\n:::tip\n\nA tip.\n\n:::'],
    ['::::note\n\nA note.\n\n:::\n\n:::tip\n\nA tip.\n\n:::'],
  ])('finds %j malformed', (text) => {
    expect(judge(admonitions, text, task)).toEqual(['malformed'])
  })

  test('waits for the end of an admonition, not for the end of a wrong one', () => {
    expect(judge(admonitions, ':::note\n\nA note', task, { partial: true })).toEqual([])
    expect(judge(admonitions, ':::danger\n\nA note', task, { partial: true })).toEqual(['malformed'])
  })
})
