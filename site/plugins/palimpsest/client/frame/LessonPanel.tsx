import { useLayoutEffect, type ReactNode } from 'react'
import { useLesson } from '../page/lesson-context.ts'
import { panelId, tabsName } from '../page/panel.ts'
import { giveUpEarlyPlace } from '../page/early-script.ts'

/** The lesson's text in the chosen view; every view but the original has the note above it and the summary below. */
export default function LessonPanel({ children }: { readonly children: ReactNode }): ReactNode {
  const lesson = useLesson()
  const decided = lesson?.personal !== undefined || lesson?.unavailable === true
  useLayoutEffect(() => {
    if (decided) {
      giveUpEarlyPlace()
    }
  }, [decided])
  if (!lesson || lesson.page.locked) {
    return children
  }
  const personal = lesson.view === 'original' ? undefined : lesson.personal
  return (
    <div
      id={panelId}
      role="tabpanel"
      tabIndex={-1}
      aria-labelledby={`${tabsName}-${lesson.view}`}
      className="markdown"
      data-view={personal ? lesson.view : 'original'}
    >
      {personal && <personal.view.Opening lesson={personal.lesson} />}
      {children}
      {personal && <personal.view.Summary lesson={personal.lesson} />}
    </div>
  )
}
