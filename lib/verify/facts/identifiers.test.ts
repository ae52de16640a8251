import { describe, expect, test } from 'vitest'
import { judge } from '../../../test/support/judge.ts'
import { planTask } from '../../../test/support/plan-task.ts'
import { identifiers } from './identifiers.ts'

const task = await planTask(
  'Call `turn` now.\n\n```python\nmotor.send(angle, wait=True)\n```\n\n## Later\n\nThe node `listener` prints it.',
)

describe('identifiers()', () => {
  test.each([
    'Call `turn` now.',
    '`motor.send` takes `angle`.',
    '`wait=True` waits.',
    '`motor.send(angle,\nwait=True)` on two lines.',
    'No code at all.',
  ])('lets %j through: the section has it', (text) => {
    expect(judge(identifiers, text, task)).toEqual([])
  })

  test.each([
    'Call `turn_left` now.',
    '`motor.sendAll`',
    '`--force`',
    '`Turn`',
    '`rm -rf /`',
    'Another section has `listener`.',
  ])('finds what %j invents', (text) => {
    expect(judge(identifiers, text, task)).toEqual(['invented-identifier'])
  })

  test('finds each invention, the beginning of a text included, and one in a translated heading', async () => {
    expect(judge(identifiers, '`one_x` and `two_x`', task, { partial: true })).toHaveLength(2)
    const urdu = await planTask('## Turn\n\nCall `turn` now.', { answers: { preferred_language: 'ur' } })
    expect(judge(identifiers, '## `turn_left`\n\n`turn` چلائیں', urdu)).toEqual(['invented-identifier'])
  })
})
