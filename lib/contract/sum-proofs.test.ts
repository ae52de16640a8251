import { expect, test } from 'vitest'
import { aProof } from '../../test/support/a-proof.ts'
import { sumProofs } from './sum-proofs.ts'
import type { Readability } from './wire-events.ts'

const grade = (before: number | null, after: number | null): Readability => ({
  measure: 'flesch-kincaid-grade',
  before,
  after,
})

test('sumProofs() adds up every count', () => {
  const one = aProof({
    slots: { preserved: 2, total: 2 },
    links: { preserved: 1, total: 1 },
    invented: { identifiers: 1, measurements: 2 },
    terms: { preserved: 3, total: 4 },
    words: { before: 40, after: 60 },
    readability: null,
    attempts: 2,
  })
  const other = aProof({ words: { before: 10, after: 20 }, readability: null })
  expect(sumProofs([one, other])).toEqual({
    sections: 2,
    slots: { preserved: 3, total: 3 },
    links: { preserved: 1, total: 1 },
    invented: { identifiers: 1, measurements: 2 },
    terms: { preserved: 3, total: 4 },
    words: { before: 50, after: 80 },
    readability: null,
    attempts: 3,
  })
})

test('sumProofs() of a lesson without a rewrite is nothing, and no readability', () => {
  expect(sumProofs([])).toMatchObject({ sections: 0, words: { before: 0, after: 0 }, readability: null, attempts: 0 })
})

test('sumProofs() weighs the readability of a section by its words', () => {
  const long = aProof({ words: { before: 300, after: 100 }, readability: grade(10, 6) })
  const short = aProof({ words: { before: 100, after: 100 }, readability: grade(6, 4) })
  expect(sumProofs([long, short]).readability).toEqual(grade(9, 5))
})

test('sumProofs() leaves sections out of the readability in which a side was not measured', () => {
  const measured = aProof({ readability: grade(8, 7) })
  const others = [
    aProof({ readability: grade(2, null) }),
    aProof({ readability: grade(null, 2) }),
    aProof({ readability: null }),
  ]
  expect(sumProofs([...others, measured])).toMatchObject({ sections: 4, readability: grade(8, 7) })
  expect(sumProofs(others).readability).toBeNull()
})
