import { describe, expect, test } from 'vitest'
import type { Answers } from '../../profile/answers.ts'
import type { Level } from '../../contract/level-and-variant.ts'
import type { Readability } from '../../contract/wire-events.ts'
import { adviseLevel } from './advise-level.ts'

const newcomer: Partial<Answers> = { education_level: 'high_school', robotics_background: false }
const expert: Partial<Answers> = { education_level: 'graduate', robotics_background: true }
const mixed: Partial<Answers> = { education_level: 'graduate', robotics_background: false }

const grades = (before: number | null, after: number | null): Readability => ({
  measure: 'flesch-kincaid-grade',
  before,
  after,
})
const sentences = (before: number, after: number): Readability => ({ measure: 'words-per-sentence', before, after })
const advise = (readability: Readability | null, facets: Partial<Answers>, level: Level = 'as-is') =>
  adviseLevel(readability, { facets, level })

describe('adviseLevel()', () => {
  test.each([
    ['1.5 grades above the section', grades(9, 10.5), undefined],
    ['more than that', grades(9, 10.75), { excess: 0.25 }],
    ['grade 7, however plain the section', grades(2, 7), undefined],
    ['more than grade 7 of a plain section', grades(2, 7.5), { excess: 0.5 }],
    ['1.6 times the words per sentence', sentences(20, 32), undefined],
    ['more words per sentence than that', sentences(20, 33), { excess: 1 }],
    ['20 words per sentence, however short the section’s', sentences(8, 20), undefined],
    ['a far plainer text', grades(12, 4), undefined],
  ])('gives a newcomer %s: %j', (_name, readability, wanted) => {
    const advice = advise(readability, newcomer)
    if (wanted === undefined) expect(advice).toBeUndefined()
    else expect(advice).toEqual({ ...wanted, message: expect.stringContaining('shorter sentences') })
  })

  test.each([
    ['3 grades below the section', grades(11, 8), undefined],
    ['less than that', grades(11, 7.5), { excess: 0.5 }],
    ['0.6 of the words per sentence', sentences(20, 12), undefined],
    ['less than that', sentences(20, 11), { excess: 1 }],
    ['a far harder text', grades(4, 14), undefined],
  ])('gives an expert %s: %j', (_name, readability, wanted) => {
    const advice = advise(readability, expert)
    if (wanted === undefined) expect(advice).toBeUndefined()
    else expect(advice).toEqual({ ...wanted, message: expect.stringContaining('far plainer') })
  })

  test.each([
    ['a reader who is neither', mixed, 'as-is', undefined],
    ['a reader who is neither, at simpler', mixed, 'simpler', 'harder to read'],
    ['a newcomer at simpler', newcomer, 'simpler', 'harder to read'],
    ['a newcomer at deeper', newcomer, 'deeper', undefined],
    ['an expert at simpler', expert, 'simpler', undefined],
    ['a section that no answer touches', {}, 'as-is', undefined],
  ] as const)('of a text that is harder, says to %s: %s', (_name, facets, level, words) => {
    const advice = advise(grades(9, 14), facets, level)
    expect(advice?.message ?? '').toContain(words ?? '')
    expect(advice === undefined).toBe(words === undefined)
  })

  test.each([
    ['an expert at deeper', expert, 'deeper', true],
    ['a reader who is neither, at deeper', mixed, 'deeper', true],
    ['a newcomer at deeper', newcomer, 'deeper', false],
    ['a newcomer', newcomer, 'as-is', false],
  ] as const)('of a text that is far plainer, says to %s: %s', (_name, facets, level, isAdvised) => {
    expect(advise(grades(14, 5), facets, level) !== undefined).toBe(isAdvised)
  })

  test.each([[null], [grades(null, 12)], [grades(2, null)]])(
    'says nothing of what was not measured: %j',
    (readability) => {
      expect(advise(readability, newcomer)).toBeUndefined()
    },
  )
})
