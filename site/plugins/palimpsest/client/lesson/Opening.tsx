import { type ReactNode } from 'react'
import ColumnHeads from './ColumnHeads.tsx'
import { useLesson } from './lesson-context.ts'
import Note from './Note.tsx'
import Notice from './Notice.tsx'
import type { PersonalLesson } from './personal-lesson.ts'

/** What stands above a lesson's first section, in each view but the original. */
export default function Opening({ lesson }: { readonly lesson: PersonalLesson }): ReactNode {
  return (
    <>
      <Notice lesson={lesson} />
      <Note lesson={lesson} />
      {useLesson()?.view === 'side-by-side' && <ColumnHeads />}
    </>
  )
}
