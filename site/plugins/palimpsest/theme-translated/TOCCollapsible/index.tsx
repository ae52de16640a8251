import InitTOCCollapsible from '@theme-init/TOCCollapsible'
import type { Props } from '@theme/TOCCollapsible'
import type { ReactNode } from 'react'
import AuthorWords from '../../client/languages/AuthorWords.tsx'

export default function TOCCollapsible(props: Props): ReactNode {
  return (
    <AuthorWords>
      <InitTOCCollapsible {...props} />
    </AuthorWords>
  )
}
