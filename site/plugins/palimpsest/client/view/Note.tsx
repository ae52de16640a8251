import { translate } from '@docusaurus/Translate'
import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import type { PersonalLesson } from '../state/personal-lesson.ts'
import { forYouSection } from '../../../../../lib/lesson/index.ts'
import NoteText from './NoteText.tsx'
import { useLessonState } from '../page/use-lesson-state.ts'
import styles from './lesson.module.css'

/** The opening note *For you*. Its place is reserved while it is written, so that the text below does not move. */
export default function Note({ lesson }: { readonly lesson: PersonalLesson }): ReactNode {
  const state = useLessonState(lesson)
  const note = state.sections[forYouSection]
  const coming = note === undefined ? state.phase === 'planning' : note.phase === 'pending'
  if (!coming && (!note || note.phase === 'original')) {
    return null
  }
  return (
    <aside
      className={clsx('for-you', styles.note)}
      aria-label={translate({ id: 'palimpsest.note', message: 'For you' })}
      aria-busy={coming}
    >
      <p className={styles.noteLabel}>
        {translate({ id: 'palimpsest.note', message: 'For you' })}
        {coming && (
          <span className={styles.coming}>{translate({ id: 'palimpsest.note.coming', message: 'being written' })}</span>
        )}
      </p>
      {note && note.blocks.length > 0 && <NoteText blocks={note.blocks} language={state.language} />}
    </aside>
  )
}
