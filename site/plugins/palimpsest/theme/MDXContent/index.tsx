import InitMDXContent from '@theme-init/MDXContent'
import type { ComponentProps, ReactNode } from 'react'
import LessonHead from '../../client/frame/LessonHead.tsx'
import LessonPanel from '../../client/frame/LessonPanel.tsx'
import { useLesson } from '../../client/page/lesson-context.ts'

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
