import InitMDXContent from '@theme-init/MDXContent'
import { type ComponentProps, type ReactNode } from 'react'
import { useAuthorLanguage } from '../../client/languages/author-language.ts'
import LessonHead from '../../client/lesson/LessonHead.tsx'
import LessonPanel from '../../client/lesson/LessonPanel.tsx'
import { useLesson } from '../../client/lesson/lesson-context.ts'

/** A page that is no lesson: all of it is the author's. */
function AuthorText({ children }: ComponentProps<typeof InitMDXContent>): ReactNode {
  const author = useAuthorLanguage()
  const text = <InitMDXContent>{children}</InitMDXContent>
  return author.lang === undefined ? (
    text
  ) : (
    <div {...author} className="markdown">
      {text}
    </div>
  )
}

/** The text of a page. A lesson's stands in a tab panel, under its tabs. */
export default function MDXContent({ children }: ComponentProps<typeof InitMDXContent>): ReactNode {
  const lesson = useLesson()
  if (!lesson) {
    return <AuthorText>{children}</AuthorText>
  }
  return (
    <>
      {!lesson.titleInText && <LessonHead />}
      <LessonPanel>
        <InitMDXContent>{children}</InitMDXContent>
      </LessonPanel>
    </>
  )
}
