import { expect, test } from 'vitest'
import { aProof } from '../../test/support/a-proof.ts'
import { sumProofs } from './sum-proofs.ts'
import type { Level } from './wire-events.ts'

const grade = (before: number | null, after: number | null): Level => ({
  measure: 'flesch-kincaid-grade',
  before,
  after,
})

test('sumProofs() adds up every count', () => {
  const one = aProof({
    slots: { kept: 2, total: 2 },
    links: { kept: 1, total: 1 },
    invented: { identifiers: 1, measurements: 2 },
    terms: { kept: 3, total: 4 },
    words: { before: 40, after: 60 },
    level: null,
    attempts: 2,
  })
  const other = aProof({ words: { before: 10, after: 20 }, level: null })
  expect(sumProofs([one, other])).toEqual({
    sections: 2,
    slots: { kept: 3, total: 3 },
    links: { kept: 1, total: 1 },
    invented: { identifiers: 1, measurements: 2 },
    terms: { kept: 3, total: 4 },
    words: { before: 50, after: 80 },
    level: null,
    attempts: 3,
  })
})

test('sumProofs() of a lesson without a rewrite is nothing, and no level', () => {
  expect(sumProofs([])).toMatchObject({ sections: 0, words: { before: 0, after: 0 }, level: null, attempts: 0 })
})

test('sumProofs() weighs the level of a section by its words', () => {
  const long = aProof({ words: { before: 300, after: 100 }, level: grade(10, 6) })
  const short = aProof({ words: { before: 100, after: 100 }, level: grade(6, 4) })
  expect(sumProofs([long, short]).level).toEqual(grade(9, 5))
})

test('sumProofs() leaves sections out of the level in which a side was not measured', () => {
  const measured = aProof({ level: grade(8, 7) })
  const others = [aProof({ level: grade(2, null) }), aProof({ level: grade(null, 2) }), aProof({ level: null })]
  expect(sumProofs([...others, measured])).toMatchObject({ sections: 4, level: grade(8, 7) })
  expect(sumProofs(others).level).toBeNull()
})
