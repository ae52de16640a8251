import { useSyncExternalStore } from 'react'
import type { PersonalLesson } from '../state/personal-lesson.ts'
import type { LessonState } from '../state/lesson-state.ts'

export function useLessonState(lesson: PersonalLesson): LessonState {
  return useSyncExternalStore(lesson.subscribe, lesson.getState, lesson.getState)
}
