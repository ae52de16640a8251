import { expect, test } from 'vitest'
import { filterGlossary } from './filter-glossary.ts'

function finds(term: string, text: string, aliases: readonly string[] = []): boolean {
  return filterGlossary([{ term, aliases, plain: {}, comparison: {} }], text).length === 1
}

test.each([
  ['torque', 'Torque turns.', true],
  ['torque', 'A torque-controlled joint', true],
  ['torque', 'torques', true],
  ['IMU', 'an imu', false],
  ['IMU', 'An IMU.', true],
  ['state machine', 'a state\nmachine', true],
  ['C++', 'in C++.', true],
  ['C++', 'in C', false],
  ['pid', 'rapid', false],
])('filterGlossary() looks for %j in %j: %s', (term, text, found) => {
  expect(finds(term, text)).toBe(found)
})

test('filterGlossary() knows a term by its aliases', () => {
  expect(finds('inertial measurement unit', 'The IMU says', ['IMU'])).toBe(true)
})
