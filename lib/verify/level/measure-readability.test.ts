import { describe, expect, test } from 'vitest'
import { planTask } from '../../../test/support/plan-task.ts'
import type { Readability } from '../../contract/wire-events.ts'
import type { WritingTask } from '../../prompt/writing-task.ts'
import { readCandidate } from '../reading/candidate.ts'
import { measureReadability } from './measure-readability.ts'

const measure = (text: string, task: WritingTask): Readability | null =>
  measureReadability(readCandidate(text, { withHeading: false }), task)

/** Sentences of so many words of one syllable. */
const sentences = (count: number, words: number): string =>
  Array.from({ length: count }, () => `${Array.from({ length: words }, () => 'arm').join(' ')}.`).join(' ')
const urdu = (count: number, words: number): string =>
  sentences(count, words).replaceAll('arm', 'بازو').replaceAll('.', '۔')

const plain = await planTask(sentences(4, 10))
const translated = { ...plain, language: 'ur', translating: true }

describe('measureReadability()', () => {
  test('grades English by Flesch and Kincaid: 0.39 words a sentence + 11.8 syllables a word - 15.59', () => {
    expect(measure(sentences(4, 20), plain)).toEqual({ measure: 'flesch-kincaid-grade', before: 0.1, after: 4 })
  })

  test('finds long words harder than short ones', () => {
    const long = sentences(4, 10).replaceAll('arm', 'actuator')
    expect(measure(long, plain)?.after).toBe(Math.round((0.39 * 10 + 11.8 * 4 - 15.59) * 10) / 10)
  })

  test('counts words per sentence on both sides of a translation', () => {
    expect(measure(urdu(4, 13), translated)).toEqual({ measure: 'words-per-sentence', before: 10, after: 13 })
  })

  test('counts words per sentence in a lesson that is not in English', () => {
    const lesson = { ...plain.lesson, language: 'ur' }
    expect(measure(sentences(4, 12), { ...plain, lesson })?.measure).toBe('words-per-sentence')
  })

  test.each([
    [sentences(4, 10), true],
    [sentences(2, 20), false],
    [sentences(3, 13), false],
    [sentences(3, 14), true],
  ])('says nothing of fewer than 3 sentences or 40 words: %s', (text, isMeasured) => {
    expect(typeof measure(text, plain)?.after).toBe(isMeasured ? 'number' : 'object')
  })

  test('is null when neither text is long enough', async () => {
    expect(measure('It turns.', await planTask('The arm turns.'))).toBeNull()
  })

  test('is null for the opening note, which has no text before it', () => {
    expect(measure(sentences(4, 20), { ...plain, kind: 'note' })).toBeNull()
  })

  test('does not change with code, tables and labels', () => {
    const more = `${sentences(4, 10)}\n\n- a label\n\n| incomprehensibility |\n|---|\n| a |\n\n\`reconfigurable()\``
    expect(measure(more, plain)?.after).toBe(measure(sentences(4, 10), plain)?.after)
  })
})
