import { expect, test } from 'vitest'
import type { PersonalLesson } from '../state/personal-lesson.ts'
import { askingLesson, pendingSection, type LessonState } from '../state/lesson-state.ts'
import { paceLesson, sectionsAtOnce } from './pace-lesson.ts'

const rewritten = { ...pendingSection, phase: 'rewritten', blocks: ['Rewritten.'] } as const
const ids = Array.from({ length: 10 }, (_, place) => `s${place}`)
const whole: LessonState = {
  ...askingLesson,
  phase: 'done',
  order: ids.map((id) => ({ id, heading: id })),
  sections: Object.fromEntries(ids.map((id) => [id, { ...rewritten }])),
}

/** A lesson whose state a test sets, and steps that a test lets happen. */
function openPaced(near: readonly string[] = []) {
  let state = askingLesson
  let notify = (): void => undefined
  const waiting: (() => void)[] = []
  const nothing = (): void => undefined
  const lesson: PersonalLesson = {
    subscribe(listener) {
      notify = listener
      return () => {
        notify = nothing
      }
    },
    getState: () => state,
    ask: nothing,
    askAgain: nothing,
    update: nothing,
    showOriginal: nothing,
    rewrite: nothing,
    rate: async () => undefined,
    unrate: async () => undefined,
    ratingOf: () => undefined,
    close: nothing,
  }
  const paced = paceLesson(lesson, {
    isNear: (id) => near.includes(id),
    around: (change) => change(),
    next(run) {
      waiting.push(run)
      return () => waiting.splice(waiting.indexOf(run), 1)
    },
  })
  return {
    paced,
    set(next: LessonState) {
      state = next
      notify()
    },
    step: () => waiting.shift()?.(),
    steps: () => waiting.length,
    shown: () => Object.keys(paced.getState().sections),
  }
}

test('a lesson that comes at once is shown a few sections at a time, and is done with the last of them', () => {
  const { paced, set, step, shown } = openPaced()
  set(whole)
  expect([shown().length, paced.getState().phase]).toEqual([sectionsAtOnce, 'streaming'])
  step()
  expect([shown().length, paced.getState().phase]).toEqual([2 * sectionsAtOnce, 'streaming'])
  for (let more = 2 * sectionsAtOnce; more < ids.length; more += sectionsAtOnce) step()
  expect(paced.getState()).toBe(whole)
})

test('what is in sight is shown first', () => {
  const { set, shown } = openPaced(['s7'])
  set(whole)
  expect(shown().toSorted()).toEqual(['s0', 's7'])
})

test('all that is in sight is shown together', () => {
  const { set, shown } = openPaced(ids.slice(2, 9))
  set(whole)
  expect(shown()).toEqual(ids.slice(2, 9))
})

test('sections that come one by one are shown as they come', () => {
  const { paced, set, steps } = openPaced()
  const streaming = { ...whole, phase: 'streaming', sections: { s0: rewritten } } as const
  set(streaming)
  expect(paced.getState()).toBe(streaming)
  expect(steps()).toBe(0)
})

test('what changes meanwhile is shown in the next step, and only the newest', () => {
  const { set, step, paced } = openPaced()
  set(whole)
  set(askingLesson)
  step()
  expect(paced.getState()).toBe(askingLesson)
})

test('a lesson that is closed shows nothing more', () => {
  const { paced, set, steps, shown } = openPaced()
  set(whole)
  paced.close()
  expect(steps()).toBe(0)
  set(whole)
  expect(shown()).toHaveLength(sectionsAtOnce)
})
