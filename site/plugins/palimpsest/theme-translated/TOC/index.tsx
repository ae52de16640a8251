import InitTOC from '@theme-init/TOC'
import type { Props } from '@theme/TOC'
import type { ReactNode } from 'react'
import AuthorWords from '../../client/languages/AuthorWords.tsx'

export default function TOC(props: Props): ReactNode {
  return (
    <AuthorWords>
      <InitTOC {...props} />
    </AuthorWords>
  )
}
