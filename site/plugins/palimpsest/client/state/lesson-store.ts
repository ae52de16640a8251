import { askingLesson, type LessonState } from './lesson-state.ts'
import { reduceLesson, type LessonAction } from './reduce-lesson.ts'

/** The state of one lesson's personalized view, and who hears of its changes. */
export interface LessonStore {
  subscribe(listener: () => void): () => void
  getState(): LessonState
  dispatch(action: LessonAction): void
}

export function createLessonStore(): LessonStore {
  let state = askingLesson
  const listeners = new Set<() => void>()
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getState: () => state,
    dispatch(action) {
      state = reduceLesson(state, action)
      for (const listener of listeners) {
        listener()
      }
    },
  }
}
