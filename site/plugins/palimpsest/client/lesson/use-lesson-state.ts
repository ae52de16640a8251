import { useSyncExternalStore } from 'react'
import type { LessonState } from './lesson-state.ts'
import type { PersonalLesson } from './personal-lesson.ts'

export function useLessonState(lesson: PersonalLesson): LessonState {
  return useSyncExternalStore(lesson.subscribe, lesson.getState, lesson.getState)
}
