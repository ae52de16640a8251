import { type ReactNode } from 'react'
import type { PersonalLesson } from './personal-lesson.ts'
import { sumUp } from './sum-up.ts'
import { useLessonState } from './use-lesson-state.ts'
import styles from './lesson.module.css'

/** The lesson added up, under its text. */
export default function Sum({ lesson }: { readonly lesson: PersonalLesson }): ReactNode {
  const state = useLessonState(lesson)
  return state.phase === 'done' ? <p className={styles.sum}>{sumUp(state)}</p> : null
}
