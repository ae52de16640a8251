import type { ComponentProps, ReactNode } from 'react'
import { useAuthorLanguage } from '../../client/languages/author-language.ts'
import MDXComponents from '../../theme/MDXComponents/index.tsx'

/** The footnotes, the one part of a lesson that stands after its sections. */
function AuthorSection(props: ComponentProps<'section'>): ReactNode {
  return <section {...useAuthorLanguage()} {...props} />
}

export default { ...MDXComponents, section: AuthorSection }
