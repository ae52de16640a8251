import InitDocSidebar from '@theme-init/DocSidebar'
import type { Props } from '@theme/DocSidebar'
import type { ReactNode } from 'react'
import AuthorWords from '../../client/languages/AuthorWords.tsx'

export default function DocSidebar(props: Props): ReactNode {
  return (
    <AuthorWords>
      <InitDocSidebar {...props} />
    </AuthorWords>
  )
}
