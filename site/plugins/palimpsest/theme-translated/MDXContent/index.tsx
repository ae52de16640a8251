import type { ComponentProps, ReactNode } from 'react'
import { useAuthorLanguage } from '../../client/languages/author-language.ts'
import { useLesson } from '../../client/page/lesson-context.ts'
import MDXContent from '../../theme/MDXContent/index.tsx'

/** The text of a page. Of one that is no lesson, all is the author's; a lesson's sections say so themselves. */
export default function TranslatedMDXContent(props: ComponentProps<typeof MDXContent>): ReactNode {
  const author = useAuthorLanguage()
  const text = <MDXContent {...props} />
  return useLesson() !== undefined || author.lang === undefined ? (
    text
  ) : (
    <div {...author} className="markdown">
      {text}
    </div>
  )
}
