import { expect, test } from 'vitest'
import { locateTermsOf } from './locate-terms.ts'

const locate = locateTermsOf([
  { term: 'sensor', aliases: ['sensors'] },
  { term: 'sensor fusion', aliases: ['fusing sensors'] },
  { term: 'IMU', aliases: [] },
])

const wordsOf = (text: string) => locate(text).map(({ term, start, end }) => [term, text.slice(start, end)])

test('locateTermsOf() says where each term stands, in the order of the text', () => {
  expect(wordsOf('IMUs are sensors. A sensor lies.')).toEqual([
    ['IMU', 'IMUs'],
    ['sensor', 'sensors'],
    ['sensor', 'sensor'],
  ])
})

test('locateTermsOf() reads the longest name where several begin, and no name inside another', () => {
  expect(wordsOf('Sensor fusion is fusing sensors.')).toEqual([
    ['sensor fusion', 'Sensor fusion'],
    ['sensor fusion', 'fusing sensors'],
  ])
})

test('locateTermsOf() finds nothing in parts of words, and English names in Urdu text', () => {
  expect(wordsOf('sensorial imu')).toEqual([])
  expect(wordsOf('یہ sensor ہے۔')).toEqual([['sensor', 'sensor']])
})
