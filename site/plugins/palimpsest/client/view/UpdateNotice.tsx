import { translate } from '@docusaurus/Translate'
import type { ReactNode } from 'react'
import type { PersonalLesson } from '../state/personal-lesson.ts'
import { focusText } from '../page/panel.ts'
import SectionLinks from './SectionLinks.tsx'
import { useLessonState } from '../page/use-lesson-state.ts'
import styles from './lesson.module.css'

/** Says that the author has changed sections since the lesson was written for this reader, and offers to rewrite them. */
export default function UpdateNotice({ lesson }: { readonly lesson: PersonalLesson }): ReactNode {
  const { changed, order } = useLessonState(lesson)
  if (changed.length === 0) {
    return null
  }
  const update = () => {
    focusText()
    lesson.update()
  }
  return (
    <aside className={styles.notice} data-uncopied>
      <p>
        {changed.length === 1
          ? translate({
              id: 'palimpsest.notice.one',
              message: 'The author has changed one section since your version was written:',
            })
          : translate(
              {
                id: 'palimpsest.notice',
                message: 'The author has changed {count} sections since your version was written:',
              },
              { count: changed.length },
            )}{' '}
        <SectionLinks sections={order.filter(({ id }) => changed.includes(id))} />
      </p>
      <button type="button" className="button-quiet" onClick={update}>
        {changed.length === 1
          ? translate({ id: 'palimpsest.notice.update-one', message: 'Update this section' })
          : translate({ id: 'palimpsest.notice.update', message: 'Update these sections' })}
      </button>
    </aside>
  )
}
