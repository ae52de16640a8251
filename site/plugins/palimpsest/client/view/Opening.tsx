import type { ReactNode } from 'react'
import type { PersonalLesson } from '../state/personal-lesson.ts'
import ColumnHeads from '../side-by-side/ColumnHeads.tsx'
import { useLesson } from '../page/lesson-context.ts'
import Note from './Note.tsx'
import UpdateNotice from './UpdateNotice.tsx'

/** What stands above a lesson's first section, in each view but the original. */
export default function Opening({ lesson }: { readonly lesson: PersonalLesson }): ReactNode {
  return (
    <>
      <UpdateNotice lesson={lesson} />
      <Note lesson={lesson} />
      {useLesson()?.view === 'side-by-side' && <ColumnHeads />}
    </>
  )
}
