import '../../prism-languages.ts'
import type { Props } from '@theme/CodeBlock'
import ElementContent from '@theme/CodeBlock/Content/Element'
import StringContent from '@theme/CodeBlock/Content/String'
import { Children, isValidElement, type ReactNode } from 'react'

/**
 * A block of code, as Docusaurus shows it but for one thing: there, each block is made a second time once the page is alive, in
 * case light and dark have different inks. Here they have the same, as custom properties, and what the server sent stands.
 */
export default function CodeBlock({ children, ...props }: Props): ReactNode {
  const parts = Children.toArray(children)
  return parts.some((part) => isValidElement(part)) ? (
    <ElementContent {...props}>{children}</ElementContent>
  ) : (
    <StringContent {...props}>{parts.map(String).join('')}</StringContent>
  )
}
