import type { Props } from '@theme/Heading'
import type { ReactNode } from 'react'
import { useAuthorLanguage } from '../../client/languages/author-language.ts'
import Heading from '../../theme/Heading/index.tsx'

/** A heading of the author's, unless it says itself that it is in another language. */
export default function AuthorHeading(props: Props): ReactNode {
  return <Heading {...useAuthorLanguage()} {...props} />
}
