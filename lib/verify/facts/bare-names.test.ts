import { expect, test } from 'vitest'
import { judge } from '../../../test/support/judge.ts'
import { planTask } from '../../../test/support/plan-task.ts'
import { bareNames } from './bare-names.ts'

const task = await planTask('Set joint_speed with --rate in arm.yaml, then call `start()` and look at /robot/arm.')

test.each([
  'Call start(), with joint_speed in arm.yaml, --rate and /robot/arm.',
  'It takes 3.5 mm, i.e. a bit.The rest is up to e.g. the arm; a.m. and p.m. are times.',
  'A self-made arm and/or a hand; on -- or off. It takes 2 kWh, e.g. from a battery.',
])('bareNames() accepts "%s"', (text) => {
  expect(judge(bareNames, text, task)).toEqual([])
})

test.each([
  '--fast',
  '--rate2=500',
  '-xvf',
  'stop_all()',
  'robot.stop()',
  'arm_speed',
  'hand.yaml',
  '/robot/hand',
  'shop.example',
  'www.robots.co',
  'Motors.example',
  'armHelper',
])('bareNames() turns down %s, which the lesson does not have', (name) => {
  expect(judge(bareNames, `Use ${name} for it.`, task)).toEqual(['invented-identifier'])
})
