import { translate } from '@docusaurus/Translate'
import type { ReactNode } from 'react'
import { countSections, adaptedShare } from '../state/count-sections.ts'
import type { PersonalLesson } from '../state/personal-lesson.ts'
import { useLessonState } from '../page/use-lesson-state.ts'
import styles from './lesson.module.css'

/** How many sections are rewritten, if not all, beside the tab's name: "3/11", and in words for screen readers. */
export default function Share({ lesson }: { readonly lesson: PersonalLesson }): ReactNode {
  const state = useLessonState(lesson)
  const share = adaptedShare(state)
  if (share !== 'some' && share !== 'none') {
    return null
  }
  const { rewritten, all } = countSections(state)
  return (
    <>
      {' '}
      <small className={styles.share} aria-hidden="true">
        {rewritten}/{all}
      </small>
      <span className="visually-hidden">
        {translate({ id: 'palimpsest.view.share', message: 'sections: {rewritten} of {all}' }, { rewritten, all })}
      </span>
    </>
  )
}
