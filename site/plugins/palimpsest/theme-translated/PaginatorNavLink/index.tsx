import InitPaginatorNavLink from '@theme-init/PaginatorNavLink'
import type { Props } from '@theme/PaginatorNavLink'
import type { ReactNode } from 'react'
import { useDocsLanguage } from '../../client/languages/use-docs-language.ts'

/** The way to the next page or the one before, under its author's title. */
export default function PaginatorNavLink({ title, ...props }: Props): ReactNode {
  return <InitPaginatorNavLink {...props} title={<bdi {...useDocsLanguage()}>{title}</bdi>} />
}
