import { describe, expect, test } from 'vitest'
import { judge } from '../../../test/support/judge.ts'
import { planTask } from '../../../test/support/plan-task.ts'
import { admonitions } from './admonitions.ts'

const task = await planTask('Some text.\n\n:::note[Title]\n\nA note.\n\n:::\n\n:::tip\n\nA tip.\n\n:::')

describe('admonitions()', () => {
  test.each([
    ':::note[Title]\n\nA note.\n\n:::\n\n:::tip\n\nA tip.\n\n:::',
    'Text.\n\n:::note[Another [[slot:k1]] title]\nA note.\n:::\n\n:::tip[Now with a title]\n\nA tip.\n\n:::\n\nText.',
    '::::note[Title]\n\n:::tip\n\nInside.\n\n:::\n\n::::',
    ':::note A new title\n\nA note.\n\n:::\n\n:::tip\n\nA tip.\n\n:::',
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
    [':::note\n\nA note.\n\n:::\n\n:::tip\n\nA tip.\n\n:::'],
    [':::note[ ]\n\nA note.\n\n:::\n\n:::tip\n\nA tip.\n\n:::'],
    [':::note[Title]{#own}\n\nA note.\n\n:::\n\n:::tip\n\nA tip.\n\n:::'],
    [':::note[Title] more\n\nA note.\n\n:::\n\n:::tip\n\nA tip.\n\n:::'],
    ['::::note[Title]\n\nA note.\n\n:::\n\n:::tip\n\nA tip.\n\n:::'],
  ])('finds %j malformed', (text) => {
    expect(judge(admonitions, text, task)).toEqual(['malformed'])
  })

  test('waits for the end of an admonition, not for the end of a wrong one', () => {
    expect(judge(admonitions, ':::note[Title]\n\nA note', task, { partial: true })).toEqual([])
    expect(judge(admonitions, ':::danger\n\nA note', task, { partial: true })).toEqual(['malformed'])
  })
})

describe('admonitions() holds the first line against the author’s', async () => {
  const wired = await planTask(
    [
      ':::note[Read]{#wiring .padding--lg title="a ] b"}\n\nA note.\n\n:::',
      '> :::tip Its $x$ title\n> A tip.\n> :::',
      '- Item\n\n  ::::info[The [docs](./a.md) say]\n  Inside.\n  ::::',
    ].join('\n\n'),
  )

  test('lets the author’s own text through', () => {
    expect(judge(admonitions, wired.masked.text, wired)).toEqual([])
  })

  test.each([
    ['an id that links name', '{#wiring', '{#other'],
    ['all attributes', '{#wiring .padding--lg title="a ] b"}', ''],
    ['the title behind a space', ' Its [[slot:k1]] title', ''],
    ['the title in brackets', '[The [docs](link:1) say]', ''],
  ])('finds a text malformed that has lost %s', (_, from, to) => {
    expect(judge(admonitions, wired.masked.text.replace(from, to), wired)).toEqual(['malformed'])
  })

  test('lets a title be rewritten, in brackets as well', () => {
    const rewritten = wired.masked.text.replace(' Its [[slot:k1]] title', '[What [[slot:k1]] means]')
    expect(judge(admonitions, rewritten, wired)).toEqual([])
  })

  test('takes no offence at what is broken in the author’s own text', async () => {
    const broken = await planTask('Some text.\n\n:::note a ] b\n\nA note.\n\n:::\n\nMore text.')
    expect(judge(admonitions, broken.masked.text, broken)).toEqual([])
  })
})
