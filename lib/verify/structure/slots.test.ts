import { describe, expect, test } from 'vitest'
import { judge } from '../../../test/support/judge.ts'
import { planTask } from '../../../test/support/plan-task.ts'
import { slots } from './slots.ts'

const task = await planTask(`## Two parts

The sum $a + b$ stands first, then [the code](./code.md).

\`\`\`python
a + b
\`\`\`

The last part is a figure.

![A figure](./figure.svg)`)
// k1 is the formula in the sentence, k2 the code, k3 the figure.

describe('slots()', () => {
  test.each([
    'The sum [[slot:k1]] is first.\n\n[[slot:k2]]\n\n[[slot:k3]]',
    '[[slot:k1]] is first.\n\n[[slot:k2]]\n\nText between.\n\n[[slot:k3]]\n\nText after.',
    'First **[[slot:k1]]**.\n\n- Run it:\n\n  [[slot:k2]]\n\n> [[slot:k3]]',
    '[[slot:k1]]\n\n   [[slot:k2]]\n\n[[slot:k3]]',
  ])('lets every slot through that stands once, in order and in its place: %j', (text) => {
    expect(judge(slots, text, task)).toEqual([])
  })

  test.each([
    ['slot-missing', 'The sum [[slot:k1]].\n\n[[slot:k3]]'],
    ['slot-missing', 'Nothing is left.'],
    ['slot-unknown', '[[slot:k1]]\n\n[[slot:k2]]\n\n[[slot:k3]]\n\n[[slot:k4]]'],
    ['slot-repeated', '[[slot:k1]] and [[slot:k1]]\n\n[[slot:k2]]\n\n[[slot:k3]]'],
    ['slot-order', '[[slot:k1]]\n\n[[slot:k3]]\n\n[[slot:k2]]'],
    ['slot-placement', '[[slot:k1]]\n\nSee [[slot:k2]] here.\n\n[[slot:k3]]'],
    ['slot-placement', '[[slot:k1]]\n\nText.\n[[slot:k2]]\n\n[[slot:k3]]'],
    ['slot-placement', '[[slot:k1]]\n\n[[slot:k2]] [[slot:k3]]'],
    ['slot-placement', '[[slot:k1]]\n\n[[slot:k2]]\n[[slot:k3]]'],
    ['slot-placement', '[[slot:k1]]\n\n\\[[slot:k2]]\n\n[[slot:k3]]'],
    ['slot-placement', '[[slot:k1]] \\[[slot:k1]]\n\n[[slot:k2]]\n\n[[slot:k3]]'],
    ['slot-placement', '[[slot:k1]] `[[slot:k1]]`\n\n[[slot:k2]]\n\n[[slot:k3]]'],
    ['slot-missing', '[[slot:k1]]\n\n[\\[slot:k2]]\n\n[[slot:k3]]'],
    ['slot-placement', '`[[slot:k1]]`\n\n[[slot:k2]]\n\n[[slot:k3]]'],
    ['slot-placement', '[a [[slot:k1]]](link:1)\n\n[[slot:k2]]\n\n[[slot:k3]]'],
    ['slot-placement', '| a |\n| - |\n| [[slot:k1]] |\n\n[[slot:k2]]\n\n[[slot:k3]]'],
  ])('finds %s in %j', (reason, text) => {
    expect(judge(slots, text, task)).toContain(reason)
  })

  test('finds in the beginning of a text only what no later text can mend', () => {
    expect(judge(slots, 'The sum [[slot:k1]] is first.', task, { partial: true })).toEqual([])
    expect(judge(slots, 'The sum is first.\n\n[[slot:k2]]', task, { partial: true })).toEqual(['slot-order'])
    expect(judge(slots, '[[slot:k1]] [[slot:k1]]', task, { partial: true })).toEqual(['slot-repeated'])
  })

  test('distinguishes the author’s own text that looks like a placeholder from one', async () => {
    const lookalike = await planTask('The text [[slot:k1]] is literal, and $x$ is a formula.')
    expect(judge(slots, lookalike.masked.text, lookalike)).toEqual([])
  })

  test('asks of code under a line of text to stand alone, as the masked text has it', async () => {
    const tight = await planTask('Run this now:\n```sh\nrun\n```\nThen wait for it.')
    expect(judge(slots, tight.masked.text, tight)).toEqual([])
    expect(judge(slots, 'Run: [[slot:k1]]', tight)).toEqual(['slot-placement'])
  })
})
