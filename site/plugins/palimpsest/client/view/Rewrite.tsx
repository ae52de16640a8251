import { useMemo, useState, type ReactNode } from 'react'
import { sectionNoticeMessage } from '../messages/reason-messages.ts'
import type { PersonalLesson } from '../state/personal-lesson.ts'
import LazyChanges from '../changes/LazyChanges.tsx'
import SectionMargin from '../section/SectionMargin.tsx'
import Blocks from '../text/Blocks.tsx'
import { findSlots } from '../text/find-slots.ts'
import type { SectionState } from '../state/lesson-state.ts'
import SectionNotice from '../section/SectionNotice.tsx'
import styles from './lesson.module.css'
import '../languages/directions.css'
import './written-over.css'

interface RewriteProps {
  readonly id: string
  readonly section: SectionState
  readonly lesson: PersonalLesson
  /** The author's own elements, from which slots and links are taken. */
  readonly children: ReactNode
}

/** One section as it was written for this reader with its margin, or in a line why the author's text stands. */
export default function Rewrite({ id, section, lesson, children }: RewriteProps): ReactNode {
  const slots = useMemo(() => findSlots(children), [children])
  const [comparing, setComparing] = useState(false)
  if (sectionNoticeMessage(section) !== undefined) {
    return <SectionNotice section={section} lesson={lesson} />
  }
  const { language } = lesson.getState()
  const { phase, originalShown, rewriting, blocks, level, variant } = section
  const text = <Blocks key={`${level} ${variant}`} section={id} blocks={blocks} slots={slots} language={language} />
  return (
    <>
      {!originalShown && (
        <div
          className={styles.rewrite}
          data-arriving={phase === 'arriving' || undefined}
          data-rewriting={rewriting || undefined}
          aria-busy={rewriting}
        >
          {comparing ? (
            <LazyChanges section={id} blocks={blocks} slots={slots} language={language} meanwhile={text}>
              {children}
            </LazyChanges>
          ) : (
            text
          )}
        </div>
      )}
      {phase === 'rewritten' && (
        <SectionMargin id={id} section={section} lesson={lesson} comparing={comparing} onCompare={setComparing} />
      )}
    </>
  )
}
