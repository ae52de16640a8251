import InitMDXContent from '@theme-init/MDXContent'
import { type ComponentProps, type ReactNode } from 'react'
import LessonHead from '../../client/lesson/LessonHead.tsx'
import LessonPanel from '../../client/lesson/LessonPanel.tsx'
import { useLesson } from '../../client/lesson/lesson-context.ts'

/** The text of a page. A lesson's stands in a tab panel, under its tabs. */
export default function MDXContent({ children }: ComponentProps<typeof InitMDXContent>): ReactNode {
  const lesson = useLesson()
  const text = <InitMDXContent>{children}</InitMDXContent>
  return lesson ? (
    <>
      {!lesson.titleInText && <LessonHead />}
      <LessonPanel>{text}</LessonPanel>
    </>
  ) : (
    text
  )
}
