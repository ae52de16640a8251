import InitDocItem from '@theme-init/DocItem'
import type { Props } from '@theme/DocItem'
import type { ReactNode } from 'react'
import type { PageLesson } from '../../lesson/page-lesson.ts'
import TermCards from '../../client/glossary/TermCards.tsx'
import LanguageNotice from '../../client/languages/LanguageNotice.tsx'
import LessonProvider from '../../client/frame/LessonProvider.tsx'

/** A doc page; where the remark phase has marked it as a lesson, its parts learn so from the provider. */
export default function DocItem(props: Props): ReactNode {
  const { palimpsest: page } = props.content as { palimpsest?: PageLesson }
  const doc = (
    <>
      <LanguageNotice />
      <InitDocItem {...props} />
    </>
  )
  if (!page) {
    return doc
  }
  return (
    <LessonProvider key={page.slug} page={page} titleInText={props.content.contentTitle !== undefined}>
      {doc}
      <TermCards />
    </LessonProvider>
  )
}
