import type { ReactNode } from 'react'
import { useAuthorLanguage } from './author-language.ts'

const asIfAbsent = { display: 'contents' } as const

/** The author's titles and headings in the page's frame: in the author's language, in the frame's direction. */
export default function AuthorWords({ children }: { readonly children: ReactNode }): ReactNode {
  const { lang } = useAuthorLanguage()
  return lang === undefined ? (
    children
  ) : (
    <div lang={lang} style={asIfAbsent}>
      {children}
    </div>
  )
}
