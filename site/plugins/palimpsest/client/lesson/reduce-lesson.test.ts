import { describe, expect, test } from 'vitest'
import type { WireEvent } from '../../../../../lib/rewrite/wire-events.ts'
import { aLessonProof } from '../../../../../test/support/a-lesson-proof.ts'
import { askingLesson, type LessonState } from './lesson-state.ts'
import { reduceLesson } from './reduce-lesson.ts'

const usage = { input_tokens: null, cached_input_tokens: null, output_tokens: null }

function started(...ids: string[]): WireEvent {
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
        state: 'writing',
        facets: [],
        dial: 'as-is',
        take: 0,
      })),
    },
  }
}
const block = (section: string, index: number, markdown: string): WireEvent => ({
  event: 'section-block',
  data: { section, index, markdown },
})
const ended = (section: string, more: object = {}): WireEvent => ({
  event: 'section-end',
  data: { section, source: 'rewrite', cached: false, proof: null, key: null, written_at: null, ...more },
})
const finished: WireEvent = {
  event: 'lesson-end',
  data: { cached: 0, written: 1, original: 0, usage, generated_at: '2026-01-01T00:00:00Z', proof: aLessonProof },
}
const after = (events: WireEvent[], from: LessonState = askingLesson) =>
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
    expect(state.sections['one']).toMatchObject({ phase: 'kept', blocks: [], reason: 'html' })
  })

  test('keeps the original when a rewrite ends without any text', () => {
    expect(after([started('one'), ended('one')]).sections['one']?.phase).toBe('kept')
  })

  test('ignores a block that comes after its section was settled', () => {
    const state = after([started('one'), ended('one', { markdown: 'Done.' }), block('one', 0, 'Late.')])
    expect(state.sections['one']?.blocks).toEqual(['Done.'])
  })

  test('leaves the other sections untouched, so that they need not be drawn again', () => {
    const before = after([started('one', 'two'), ended('one', { markdown: 'Done.' })])
    expect(after([block('two', 0, 'Next.')], before).sections['one']).toBe(before.sections['one'])
  })

  test('is done when every section is settled', () => {
    expect(after([started('one'), ended('one', { markdown: 'x' }), finished]).phase).toBe('done')
  })

  test('fails when the lesson ends with a section missing', () => {
    const state = after([started('one', 'two'), ended('one', { markdown: 'x' }), finished])
    expect(state).toMatchObject({ phase: 'failed', trouble: { code: 'ended-early', retryable: true } })
  })

  test('keeps what had settled and drops half a section when the connection breaks', () => {
    const half = after([started('one', 'two'), ended('one', { markdown: 'x' }), block('two', 0, 'Half')])
    const state = reduceLesson(half, {
      type: 'stopped',
      trouble: { code: 'unreachable', message: 'm', retryable: true },
    })
    expect(state.sections['one']?.phase).toBe('rewritten')
    expect(state.sections['two']).toBeUndefined()
  })

  test('shows an error event as trouble', () => {
    const error: WireEvent = { event: 'error', data: { error: 'internal-error', message: 'm', retryable: false } }
    expect(after([started('one'), error])).toMatchObject({ phase: 'failed', trouble: { retryable: false } })
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
    const peeked = reduceLesson(state, { type: 'peeked', section: 'one', peeked: true })
    expect(peeked.sections['one']).toMatchObject({ peeked: true, phase: 'rewritten' })
  })
})
