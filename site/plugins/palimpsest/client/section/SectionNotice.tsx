import type { ReactNode } from 'react'
import { sectionNoticeMessage } from '../messages/reason-messages.ts'
import { isUnwritten } from '../state/count-sections.ts'
import type { PersonalLesson } from '../state/personal-lesson.ts'
import { isAtRest, type SectionState } from '../state/lesson-state.ts'
import TryAgain from './TryAgain.tsx'
import { useLessonState } from '../page/use-lesson-state.ts'
import styles from './section.module.css'

interface SectionNoticeProps {
  readonly section: SectionState
  readonly lesson: PersonalLesson
}

/** One line that says why the original is shown, with *Try again* where that may help. */
export default function SectionNotice({ section, lesson }: SectionNoticeProps): ReactNode {
  const canAsk = isAtRest(useLessonState(lesson))
  return (
    <p className={styles.notice} data-uncopied>
      {sectionNoticeMessage(section)} {canAsk && isUnwritten(section) && <TryAgain onPress={() => lesson.askAgain()} />}
    </p>
  )
}
