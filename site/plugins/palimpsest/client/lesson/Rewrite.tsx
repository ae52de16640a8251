import { useMemo, useState, type ReactNode } from 'react'
import LazyChanges from '../section/LazyChanges.tsx'
import SectionMargin from '../section/SectionMargin.tsx'
import Blocks from './Blocks.tsx'
import { findSlots } from './find-slots.ts'
import type { SectionState } from './lesson-state.ts'
import type { PersonalLesson } from './personal-lesson.ts'
import Standing from './Standing.tsx'
import { standingInWords } from './standing-in-words.ts'
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
  if (standingInWords(section) !== undefined) {
    return <Standing section={section} lesson={lesson} />
  }
  const { language } = lesson.getState()
  const { phase, peeked, retelling, blocks, dial, take } = section
  const telling = <Blocks key={`${dial} ${take}`} section={id} blocks={blocks} slots={slots} language={language} />
  return (
    <>
      {!peeked && (
        <div
          className={styles.rewrite}
          data-arriving={phase === 'arriving' || undefined}
          data-retelling={retelling || undefined}
          aria-busy={retelling}
        >
          {comparing ? (
            <LazyChanges section={id} blocks={blocks} slots={slots} language={language} meanwhile={telling}>
              {children}
            </LazyChanges>
          ) : (
            telling
          )}
        </div>
      )}
      {phase === 'rewritten' && (
        <SectionMargin id={id} section={section} lesson={lesson} comparing={comparing} onCompare={setComparing} />
      )}
    </>
  )
}
