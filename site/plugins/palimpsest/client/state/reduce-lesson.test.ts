import { describe, expect, test } from 'vitest'
import { aLessonProof } from '../../../../../test/support/a-lesson-proof.ts'
import { aProof } from '../../../../../test/support/a-proof.ts'
import { askingLesson, type LessonState } from './lesson-state.ts'
import { reduceLesson, type LessonEvent } from './reduce-lesson.ts'

const usage = { input_tokens: null, cached_input_tokens: null, output_tokens: null }

function startedAs(state: 'writing' | 'waiting', ...ids: string[]): LessonEvent {
  return {
    event: 'lesson-start',
    data: {
      lesson: { slug: 'a', title: 'A', language: 'en' },
      content_hash: 'c'.repeat(64),
      key: 'k'.repeat(64),
      recipe: 'r',
      model: { name: 'demo-writer', demo: true },
      language: 'en',
      sections: ids.map((id) => ({
        id,
        heading: id.toUpperCase(),
        state,
        facets: ['education_level'],
        level: 'as-is',
        variant: 1,
      })),
    },
  }
}
const started = (...ids: string[]) => startedAs('writing', ...ids)
const block = (section: string, index: number, markdown: string): LessonEvent => ({
  event: 'section-block',
  data: { section, index, markdown },
})
const ended = (section: string, more: object = {}): LessonEvent => ({
  event: 'section-end',
  data: { section, source: 'rewrite', cached: false, proof: null, key: null, written_at: null, ...more },
})
const finished: LessonEvent = {
  event: 'lesson-end',
  data: { cached: 0, written: 1, original: 0, usage, generated_at: '2026-01-01T00:00:00Z', proof: aLessonProof },
}
const after = (events: LessonEvent[], from: LessonState = askingLesson) =>
  events.reduce((state, event) => reduceLesson(state, { type: 'received', event }), from)

describe('reduceLesson()', () => {
  test('plans every section and waits for it', () => {
    const state = after([started('for-you', 'one', 'two')])
    expect(state.phase).toBe('streaming')
    expect(state.order.map(({ id }) => id)).toEqual(['for-you', 'one', 'two'])
    expect(state.sections['two']?.phase).toBe('pending')
  })

  test('lets blocks stand when the section ends without its whole text', () => {
    const state = after([started('one'), block('one', 0, 'First.'), block('one', 1, 'Second.'), ended('one')])
    expect(state.sections['one']).toMatchObject({ phase: 'rewritten', blocks: ['First.', 'Second.'] })
  })

  test('replaces the blocks after a repair', () => {
    const state = after([started('one'), block('one', 0, 'Wrong.'), ended('one', { markdown: 'Right.' })])
    expect(state.sections['one']?.blocks).toEqual(['Right.'])
  })

  test('takes the blocks back when the original stands, and remembers why', () => {
    const state = after([
      started('one'),
      block('one', 0, 'Wrong.'),
      ended('one', { source: 'original', reason: 'html' }),
    ])
    expect(state.sections['one']).toMatchObject({ phase: 'original', blocks: [], reason: 'html' })
  })

  test('keeps the original when a rewrite ends without any text', () => {
    expect(after([started('one'), ended('one')]).sections['one']?.phase).toBe('original')
  })

  test('ignores a block that comes after its section has ended', () => {
    const state = after([started('one'), ended('one', { markdown: 'Done.' }), block('one', 0, 'Late.')])
    expect(state.sections['one']?.blocks).toEqual(['Done.'])
  })

  test('leaves the other sections untouched, so that they need not be drawn again', () => {
    const before = after([started('one', 'two'), ended('one', { markdown: 'Done.' })])
    expect(after([block('two', 0, 'Next.')], before).sections['one']).toBe(before.sections['one'])
  })

  test('is done when every section is resolved', () => {
    expect(after([started('one'), ended('one', { markdown: 'x' }), finished]).phase).toBe('done')
  })

  test('is not done while a section is missing, whatever the server says', () => {
    expect(after([started('one', 'two'), ended('one', { markdown: 'x' }), finished]).phase).toBe('streaming')
  })

  test('marks a section that another request is writing, until its blocks come', () => {
    const state = after([startedAs('waiting', 'one')])
    expect(state.sections['one']?.phase).toBe('waiting')
    expect(after([block('one', 0, 'First.')], state).sections['one']?.phase).toBe('arriving')
  })

  test('knows what a section depends on, which variant it is, and which rewrite is shown', () => {
    const state = after([
      started('one'),
      ended('one', { markdown: 'x', key: 'a'.repeat(64), written_at: '2026-01-01' }),
    ])
    expect(state.sections['one']).toMatchObject({
      facets: ['education_level'],
      variant: 1,
      key: 'a'.repeat(64),
      writtenAt: '2026-01-01',
    })
  })

  test('adds up the proofs of what was rewritten, without the note', () => {
    const proof = aProof({ words: { before: 10, after: 12 } })
    const events = ['for-you', 'one', 'two'].map((id) => ended(id, { markdown: 'x', proof }))
    const state = after([started('for-you', 'one', 'two'), ...events, finished])
    expect(state.proof).toMatchObject({ sections: 2, words: { before: 20, after: 24 } })
    const rewrite = {
      blocks: ['y'],
      heading: undefined,
      key: null,
      writtenAt: null,
      level: 'deeper',
      variant: 0,
    } as const
    const longer = { ...rewrite, proof: aProof({ words: { before: 10, after: 30 } }) }
    const rewritten = reduceLesson(state, { type: 'rewritten', section: 'one', rewrite: longer })
    expect(rewritten.proof?.words).toEqual({ before: 20, after: 42 })
  })

  test('keeps the old rewrite while a new one is on its way, and when it fails', () => {
    const error = { code: 'unreachable', message: 'm', retryable: true }
    const done = after([started('one'), ended('one', { markdown: 'x' }), finished])
    const rewriting = reduceLesson(done, { type: 'rewriting', section: 'one' })
    expect(rewriting.sections['one']).toMatchObject({ phase: 'rewritten', blocks: ['x'], rewriting: true })
    const failed = reduceLesson(rewriting, { type: 'rewriting-failed', section: 'one', error })
    expect(failed.sections['one']).toMatchObject({ blocks: ['x'], rewriting: false, rewritingError: error })
    expect(reduceLesson(failed, { type: 'rewriting', section: 'one' }).sections['one']?.rewritingError).toBeUndefined()
  })

  test('keeps what is finished and drops half a section when the connection breaks', () => {
    const half = after([started('one', 'two'), ended('one', { markdown: 'x' }), block('two', 0, 'Half')])
    const state = reduceLesson(half, {
      type: 'stopped',
      error: { code: 'unreachable', message: 'm', retryable: true },
    })
    expect(state.sections['one']?.phase).toBe('rewritten')
    expect(state.sections['two']).toBeUndefined()
  })

  test('a retry that names only what is missing keeps the order and what is there', () => {
    const half = after([started('for-you', 'one', 'two'), ended('one', { markdown: 'x' })])
    const asked = reduceLesson(half, { type: 'asked' })
    const state = after([started('for-you', 'two')], asked)
    expect(state.order.map(({ id }) => id)).toEqual(['for-you', 'one', 'two'])
    expect(state.sections['one']?.phase).toBe('rewritten')
    expect(state.sections['two']?.phase).toBe('pending')
  })

  test('a note that is asked for alone comes first', () => {
    const state = after([started('one'), ended('one', { markdown: 'x' }), started('for-you')])
    expect(state.order.map(({ id }) => id)).toEqual(['for-you', 'one'])
  })

  test('remembers which sections the reader compares with the original', () => {
    const state = after([started('one'), ended('one', { markdown: 'x' })])
    const originalShown = reduceLesson(state, { type: 'original-shown', section: 'one', shown: true })
    expect(originalShown.sections['one']).toMatchObject({ originalShown: true, phase: 'rewritten' })
  })
})
