import type { ReactNode } from 'react'
import { useAuthorLanguage } from './author-language.ts'

const asIfAbsent = { display: 'contents' } as const

/** Titles and headings of the author's in the page's frame: theirs is the language, the frame's the direction. */
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
