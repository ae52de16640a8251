import { expect, test } from 'vitest'
import { durationSeconds, sampleSeconds, simulate, target } from './simulate.ts'

test('simulate() sags by load over stiffness without an integral', () => {
  expect(simulate({ kp: 20, ki: 0, kd: 1 }).finalError).toBeCloseTo(1.5 / 20, 3)
})

test('simulate() gives the figures that the lesson prints', () => {
  expect(Math.max(...simulate({ kp: 20, ki: 0, kd: 0 }).angles)).toBeCloseTo(0.679, 3)
  const settled = simulate({ kp: 20, ki: 40, kd: 1 })
  expect(settled.overshoot).toBeCloseTo(0.049, 3)
  expect(settled.settlingSeconds).toBeCloseTo(0.31, 2)
  expect(settled.finalError).toBeCloseTo(0, 3)
})

test('simulate() reports no settling time while the joint still swings', () => {
  expect(simulate({ kp: 20, ki: 150, kd: 0 }).settlingSeconds).toBeNull()
})

test('simulate() leaves the joint on its stop when nothing pushes', () => {
  const { angles, overshoot, finalError } = simulate({ kp: 0, ki: 0, kd: 0 })
  expect(new Set(angles)).toEqual(new Set([0]))
  expect(angles).toHaveLength(durationSeconds / sampleSeconds + 1)
  expect([overshoot, finalError]).toEqual([0, target])
})
