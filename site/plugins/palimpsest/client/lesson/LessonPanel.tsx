import { type ReactNode } from 'react'
import { useLesson } from './lesson-context.ts'
import { panelId, tabsName } from './panel.ts'

/** The lesson's text, in the view that is chosen: the note above it and the sum below belong to the personalized one. */
export default function LessonPanel({ children }: { readonly children: ReactNode }): ReactNode {
  const lesson = useLesson()
  if (!lesson || lesson.page.locked) {
    return children
  }
  const personal = lesson.view === 'personalized' ? lesson.personal : undefined
  return (
    <div id={panelId} role="tabpanel" aria-labelledby={`${tabsName}-${lesson.view}`} className="markdown">
      {personal && <personal.view.Note lesson={personal.lesson} />}
      {children}
      {personal && <personal.view.Sum lesson={personal.lesson} />}
    </div>
  )
}
