import { useId, useMemo, useState, type ReactNode } from 'react'
import { browserStorage } from '../browser-storage.ts'
import { describeProfile } from '../learner/describe-profile.ts'
import { findProfile } from '../learner/stored-profile.ts'
import Blocks from './Blocks.tsx'
import { findSlots } from './find-slots.ts'
import type { SectionState } from './lesson-state.ts'
import type { PersonalLesson } from './personal-lesson.ts'
import { proofInWords } from './proof-in-words.ts'
import { reasonInWords } from './reason-in-words.ts'
import { writerName } from './sum-up.ts'
import styles from './lesson.module.css'

interface RewriteProps {
  readonly id: string
  readonly section: SectionState
  readonly lesson: PersonalLesson
  /** The author's own elements, from which slots and links are taken. */
  readonly children: ReactNode
}

/** One section as it was written for this reader, or the reason why it was not. */
export default function Rewrite({ id, section, lesson, children }: RewriteProps): ReactNode {
  const slots = useMemo(() => findSlots(children), [children])
  const { model, language } = lesson.getState()
  if (section.phase === 'kept') {
    return <p className={styles.foot}>Kept as the author wrote it: {reasonInWords(section.reason)}.</p>
  }
  return (
    <>
      {!section.peeked && (
        <div className={styles.rewrite} data-arriving={section.phase === 'arriving' || undefined}>
          <Blocks blocks={section.blocks} slots={slots} language={language} />
        </div>
      )}
      {section.phase === 'rewritten' && (
        <Foot section={section} writer={writerName(model)} onPeek={(peeked) => lesson.peek(id, peeked)} />
      )}
    </>
  )
}

interface FootProps {
  readonly section: SectionState
  readonly writer: string
  readonly onPeek: (peeked: boolean) => void
}

/** Under each rewrite, small: the way to the original, and why this text differs from it. */
function Foot({ section, writer, onPeek }: FootProps): ReactNode {
  const [open, setOpen] = useState(false)
  const id = useId()
  const profile = describeProfile(findProfile(browserStorage)?.answers ?? {})
  return (
    <div className={styles.foot}>
      <button type="button" aria-pressed={section.peeked} onClick={() => onPeek(!section.peeked)}>
        {section.peeked ? 'Back to my version' : 'Show the original'}
      </button>
      <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        Why it differs
      </button>
      <p id={id} hidden={!open}>
        Written by {writer} for: {profile}. {proofInWords(section.proof)}
      </p>
    </div>
  )
}
