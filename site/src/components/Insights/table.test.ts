import { expect, test } from 'vitest'
import { toCsv, type Cell } from './table.ts'

const csvOf = (...cells: Cell[]): string => toCsv({ name: 't', columns: ['a'], rows: [cells] })

test('toCsv() quotes what would end a cell, and doubles quotes', () => {
  expect(csvOf('plain', 'a, b', 'say "no"', 'two\nlines')).toBe('a\r\nplain,"a, b","say ""no""","two\nlines"\r\n')
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('toCsv() lets no spreadsheet run %j', (cell) => {
  expect(csvOf(cell)).toContain(`'${cell}`)
})

test('toCsv() writes amounts as numbers, exactly, and nothing for one that is not known', () => {
  expect(csvOf({ value: -1.234567, text: '−1.23' }, { value: null, text: '–' }, 'end')).toBe('a\r\n-1.234567,,end\r\n')
})
