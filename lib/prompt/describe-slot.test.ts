import { assert, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeSlot, wholeLengthMax, wholeLinesMax } from './describe-slot.ts'

const code = (lines: readonly string[]): string => ['```python', ...lines, '```'].join('\n')
const linesOf = (count: number): string[] => Array.from({ length: count }, (_, index) => `step_${index}(${index})`)

describe('describeSlot()', () => {
  test('gives short code whole', () => {
    const content = code(linesOf(wholeLinesMax - 2))
    expect(describeSlot({ kind: 'code', content })).toBe(content)
  })

  test('gives of longer code the first and last lines, and the names between them', () => {
    const content = code([
      ...linesOf(11),
      'class Arm:',
      '    def lift(self):',
      '        self.motor.turn(90)  # slowly',
      ...linesOf(11),
      'done = True',
      'stop(done)',
    ])
    expect(describeSlot({ kind: 'code', content })).toMatchInlineSnapshot(`
      "\`\`\`python
      step_0(0)
      step_1(1)
      step_2(2)
      step_3(3)
      step_4(4)
      step_5(5)
      step_6(6)
      step_7(7)
      step_8(8)
      [… left out: 14 lines, with Arm, lift, self.motor.turn …]
      step_9(9)
      step_10(10)
      done = True
      stop(done)
      \`\`\`"
    `)
  })

  test('gives both ends of one long line', () => {
    const content = `<Quiz question="${'Why? '.repeat(500)}" />`
    const described = describeSlot({ kind: 'component', content })
    expect(described.startsWith('<Quiz question="Why?')).toBe(true)
    expect(described.endsWith('Why? " />')).toBe(true)
  })

  test('gives the words of a picture, and not where it is', () => {
    expect(describeSlot({ kind: 'image', content: '![An arm that lifts](./img/arm.png "Arm")' })).toBe(
      'An arm that lifts',
    )
  })

  test.each(['rule', 'heading', 'hidden'] as const)('gives nothing of a %s, which explains nothing', (kind) => {
    expect(describeSlot({ kind, content: 'import Tabs from "@theme/Tabs"' })).toBe('')
  })

  test('gives no more of any content than of what is shown whole', () => {
    assert(
      property(string({ minLength: 1_000, maxLength: 5_000 }), (content) => {
        expect(describeSlot({ kind: 'code', content }).length).toBeLessThanOrEqual(wholeLengthMax)
      }),
    )
  })
})
