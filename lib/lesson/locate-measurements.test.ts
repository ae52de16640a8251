import { expect, test } from 'vitest'
import { locateMeasurements } from './locate-measurements.ts'

const found = (text: string): string[] => locateMeasurements(text).map(({ start, end }) => text.slice(start, end))

test.each([
  ['It falls at 4 m/s onto a mat.', ['4 m/s']],
  ['A push of 0.45 m/s, then 9.81 m/s².', ['0.45 m/s', '9.81 m/s²']],
  ['The motor gives 10 N·m; the gain is 20 N·m/rad.', ['10 N·m', '20 N·m/rad']],
  ['$K_i$ is measured in N·m/(rad·s).', ['N·m/(rad·s)']],
  ['An inertia of 0.05 kg·m² at 1,000 Hz.', ['0.05 kg·m²', '1,000 Hz']],
  ['A robot of 40 to 70 kg, every 10 ms, at ±5 °C.', ['70 kg', '10 ms', '±5 °C']],
  ['It costs about 4 % of the push, or 29° of lean.', ['4 %', '29°']],
  ['ہر 100 ms بعد robot 1.2 m/s پر چلتا ہے۔', ['100 ms', '1.2 m/s']],
])('%s: a number stands with its unit', (text, measurements) => {
  expect(found(text)).toEqual(measurements)
})

test.each(['It has 12 sensors and 3 motors.', 'Use and/or, read/write, ROS 2 and Part 3.', 'See /opt/m/s and a.m/s.'])(
  '%s: what only looks like one is none',
  (text) => {
    expect(found(text)).toEqual([])
  },
)
