import { describe, expect, test } from 'vitest'
import { judge } from '../../../test/support/judge.ts'
import { planTask } from '../../../test/support/plan-task.ts'
import { metaText } from './meta-text.ts'

const task = await planTask('A motor gives torque.')

describe('metaText()', () => {
  test.each([
    'Here is the rewritten section:\n\nA motor gives torque.',
    "Here's the adapted version for you.",
    'Sure! A motor gives torque.',
    'Certainly, a motor gives torque.',
    'Of course! Torque is this.',
    'Okay, so torque is this.',
    'As an AI language model, I cannot turn a motor.',
    'I have rewritten it for a beginner.',
    '**Rewritten section:** A motor gives torque.',
    'A motor gives torque. Let me know if you want more.',
    'A motor gives torque. I hope this helps!',
    'A motor gives torque.\n\n</section>',
    'You re-tell one section of a lesson for one reader. And a motor gives torque.',
    'A motor gives torque. For an expert, be brief and put conditions, limits and consequences first.',
  ])('finds the writer talking about its work in %j', (text) => {
    expect(judge(metaText, text, task)).toEqual(['meta-text'])
  })

  test.each([
    'A motor gives torque.',
    'Here a motor gives torque.',
    'Here is why arms are light: torque grows with length.',
    'Sure-footed robots place their feet with care.',
    'Sure enough, the arm falls.',
    'Certainly not every motor is strong.',
    'The section of the pipe is round.',
    'The robot has adapted to the text on the wall.',
  ])('lets %j through', (text) => {
    expect(judge(metaText, text, task)).toEqual([])
  })

  test('looks for an opening at the first letter, in whatever script it is', async () => {
    const urdu = await planTask('A motor gives torque.', { answers: { preferred_language: 'ur' } })
    expect(judge(metaText, '**یہ رہا آپ کا متن:** موٹر', urdu)).toEqual(['meta-text'])
    expect(judge(metaText, 'بازو نے کہا: great, پھر وہ رک گیا۔', urdu)).toEqual([])
  })

  test('lets a section begin as its author has it begin', async () => {
    const own = await planTask('Great! You have a motor that turns.')
    expect(judge(metaText, 'Great! You have got a motor, and it turns.', own)).toEqual([])
  })
})
