import { translate } from '@docusaurus/Translate'
import { useMemo, useState, type ReactNode } from 'react'
import LazyChanges from '../section/LazyChanges.tsx'
import SectionMargin from '../section/SectionMargin.tsx'
import Blocks from './Blocks.tsx'
import { findSlots } from './find-slots.ts'
import type { SectionState } from './lesson-state.ts'
import type { PersonalLesson } from './personal-lesson.ts'
import { standingInWords } from './standing-in-words.ts'
import sectionStyles from '../section/section.module.css'
import styles from './lesson.module.css'

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
  const standing = section.phase === 'waiting' ? waitingInWords() : standingInWords(section)
  if (standing !== undefined) {
    return <p className={sectionStyles.standing}>{standing}</p>
  }
  const { language } = lesson.getState()
  const { phase, peeked, retelling, blocks, dial, take } = section
  const telling = <Blocks key={`${dial} ${take}`} blocks={blocks} slots={slots} language={language} />
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
            <LazyChanges blocks={blocks} slots={slots} meanwhile={telling}>
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

function waitingInWords(): string {
  return translate({
    id: 'palimpsest.section.waiting',
    message: 'Being written for another reader like you; it comes here when it is whole.',
  })
}
