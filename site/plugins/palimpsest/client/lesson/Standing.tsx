import { type ReactNode } from 'react'
import { isAtRest, type SectionState } from './lesson-state.ts'
import type { PersonalLesson } from './personal-lesson.ts'
import { standingInWords } from './standing-in-words.ts'
import TryAgain from './TryAgain.tsx'
import { isUnwritten } from './unwritten-sections.ts'
import { useLessonState } from './use-lesson-state.ts'
import styles from '../section/section.module.css'

interface StandingProps {
  readonly section: SectionState
  readonly lesson: PersonalLesson
}

/** One line that says why the author's text stands, with another try where that may help. */
export default function Standing({ section, lesson }: StandingProps): ReactNode {
  const canAsk = isAtRest(useLessonState(lesson))
  return (
    <p className={styles.standing} data-uncopied>
      {standingInWords(section)} {canAsk && isUnwritten(section) && <TryAgain onPress={() => lesson.askAgain()} />}
    </p>
  )
}
