import InitHeading from '@theme-init/Heading'
import type { Props } from '@theme/Heading'
import { type ReactNode } from 'react'
import { useAuthorLanguage } from '../../client/languages/author-language.ts'

/** A heading of the author's, unless it says itself that it is in another language. */
export default function Heading(props: Props): ReactNode {
  return <InitHeading {...useAuthorLanguage()} {...props} />
}
