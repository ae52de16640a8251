import type { Props } from '@theme/CodeBlock'
import ElementContent from '@theme/CodeBlock/Content/Element'
import StringContent from '@theme/CodeBlock/Content/String'
import { Children, isValidElement, type ReactNode } from 'react'
import { HighlightingContext } from '../../../plugins/code-blocks/client/highlighting-context.ts'

interface HighlightedProps extends Props {
  /** Found by `plugins/code-blocks` when the site is built; without it the code is plain. */
  readonly highlighting?: string
}

/**
 * A block of code, as Docusaurus shows it but for two things. It is highlighted once, when the site is built. And light and dark
 * have the same colours, as custom properties, so that what the server sent stands; there, each block is made again once the page
 * is alive.
 */
export default function CodeBlock({ children, highlighting = '', ...props }: HighlightedProps): ReactNode {
  const parts = Children.toArray(children)
  return parts.some((part) => isValidElement(part)) ? (
    <ElementContent {...props}>{children}</ElementContent>
  ) : (
    <HighlightingContext value={highlighting}>
      <StringContent {...props}>{parts.map(String).join('')}</StringContent>
    </HighlightingContext>
  )
}
