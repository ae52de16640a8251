import { describe, expect, test } from 'vitest'
import { judge } from '../../../test/support/judge.ts'
import { planTask } from '../../../test/support/plan-task.ts'
import { measurements } from './measurements.ts'

const task = await planTask(
  'At 12 V the motor gives 0.5 N·m, between −40 °C and 85 °C.\n\n```yaml\nrate: 200 Hz\n```\n\n$$\nt = 5 ms\n$$',
)

describe('measurements()', () => {
  test.each([
    'At 12 volts it gives 0.5 newton metres.',
    'Read it at 200 Hz, as the code says.',
    'It answers within 5 milliseconds.',
    'From −40 to 85 degrees Celsius.',
    '12 V پر motor 0.5 N·m دیتی ہے۔',
    '۱۲ V پر motor',
    'There are 3 motors and ROS 2.',
    '`24 V` in code is no measurement of the prose.',
  ])('lets %j through', (text) => {
    expect(judge(measurements, text, task)).toEqual([])
  })

  test.each(['At 24 V it turns.', 'At 24 volts it turns.', '0.6 N·m', '12 A', '−4 °C', 'within 5 s', '۲۴ V پر'])(
    'finds what %j invents',
    (text) => {
      expect(judge(measurements, text, task)).toEqual(['invented-measurement'])
      expect(judge(measurements, text, task, { partial: true })).toEqual(['invented-measurement'])
    },
  )
})
