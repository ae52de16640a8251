import { describe, expect, test } from 'vitest'
import { packsOf } from '../packs-of.ts'
import { findMeasurements } from './read-measurements.ts'

const packs = packsOf({ language: 'ur', lesson: { language: 'en' } })
const find = (text: string): Set<string> => findMeasurements(text, packs)

describe('findMeasurements()', () => {
  test.each([
    ['5 ms', '5 ms'],
    ['5ms', '5 ms'],
    ['5\u00a0ms', '5 ms'],
    ['5 milliseconds', '5 ms'],
    ['12 V', '12 V'],
    ['12 volts', '12 V'],
    ['1 volt', '1 V'],
    ['40 watts', '40 W'],
    ['2 hours', '2 h'],
    ['3 grams', '3 g'],
    ['10 ohms', '10 Ω'],
    ['2 amps', '2 A'],
    ['0.5 N·m', '0.5 N·m'],
    ['0.5 Nm', '0.5 N·m'],
    ['0.5 newton metres', '0.5 N·m'],
    ['-40 °C', '-40 °C'],
    ['−40 °C', '-40 °C'],
    ['−40 degrees Celsius', '-40 °C'],
    ['90°', '90 °'],
    ['90 degrees', '90 °'],
    ['1,000 Hz', '1000 Hz'],
    ['1000 hertz', '1000 Hz'],
    ['1.50 m', '1.5 m'],
    ['20 %', '20 %'],
    ['20 per cent', '20 %'],
    ['3 metres per second', '3 m/s'],
    ['a 5-metre cable', '5 m'],
    ['9.81 m/s²', '9.81 m/s²'],
    ['9.81 m/s^2', '9.81 m/s²'],
    ['۱۲ V', '12 V'],
    ['٥ ms', '5 ms'],
  ])('reads "%s" as %s', (text, measurement) => {
    expect([...find(`It takes ${text} here.`)]).toEqual([measurement])
  })

  test.each(['2 to 4 kHz', '2–4 kHz', '2-4 kHz', '2 and 4 kHz', '2 سے 4 kHz'])('reads both ends of "%s"', (text) => {
    expect([...find(text)].toSorted()).toEqual(['2 kHz', '4 kHz'])
  })

  test('distinguishes units that differ in their case only', () => {
    expect([...find('5 mW, 5 MHz, 5 kW and 5 MB')]).not.toContain('5 kHz')
    expect([...find('5 MPa')]).toEqual(['5 MPa'])
    expect([...find('5 mpa')]).toEqual([])
  })

  test.each([
    'ROS 2 is here',
    'in 2026 a robot',
    'k2 m',
    'version 1.2.3 supports it',
    '3 motors and 4 joints',
    'step 2 sets it',
    '2 members of the team',
  ])('finds no measurement in "%s"', (text) => {
    expect([...find(text)]).toEqual([])
  })

  test('finds every measurement once', () => {
    expect([...find('5 ms, then 5 milliseconds, then 6 ms')].toSorted()).toEqual(['5 ms', '6 ms'])
  })
})
