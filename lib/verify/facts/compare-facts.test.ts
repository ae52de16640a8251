import { describe, expect, test } from 'vitest'
import { compareFacts, readLongest, type Fact } from './compare-facts.ts'

const facts = (...values: string[]): Fact[] => values.map((value) => ({ value }))
const nobodyKnows = (): boolean => false
const compare = (author: readonly Fact[], rewrite: readonly Fact[]) =>
  compareFacts({ author, rewrite, isKnown: ({ value }) => author.some((fact) => fact.value === value) })

describe('compareFacts()', () => {
  test('finds nothing where the same facts stand in another order, or more often', () => {
    expect(compare(facts('1', '2'), facts('2', '1'))).toEqual({ added: [], dropped: [], exchanged: [] })
    expect(compare(facts('1', '2'), facts('2', '1', '2'))).toEqual({ added: [], dropped: [], exchanged: [] })
  })

  test('returns what was added, dropped and exchanged', () => {
    expect(compare(facts('1', '2'), facts('1', '3'))).toEqual({
      added: facts('3'),
      dropped: ['2'],
      exchanged: ['2'],
    })
    expect(compare(facts('1', '1', '2'), facts('1', '2', '2'))).toEqual({ added: [], dropped: [], exchanged: ['1'] })
  })

  test('takes a fact that is less often said for no exchange, unless another is more often said', () => {
    expect(compare(facts('1', '1', '2'), facts('1', '2')).exchanged).toEqual([])
  })

  test('counts the parts of a fact, and weak ones only as standing for others', () => {
    const tenThousand: Fact = { value: '10000', parts: ['10', '1000'] }
    expect(compare([tenThousand], facts('10000', '10', '1000')).dropped).toEqual([])
    const first: Fact = { value: '1', isWeak: true }
    expect(compareFacts({ author: [first], rewrite: [], isKnown: nobodyKnows }).dropped).toEqual([])
    expect(compareFacts({ author: facts('1'), rewrite: [first], isKnown: nobodyKnows }).dropped).toEqual([])
  })
})

test('readLongest() names what several patterns find once', () => {
  expect(readLongest(['print_all()', 'print_all', 'other'])).toEqual(facts('print_all()', 'other'))
})
