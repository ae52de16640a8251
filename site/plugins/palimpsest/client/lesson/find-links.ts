import { Children, isValidElement, type ReactElement, type ReactNode } from 'react'
import type { SlotElements } from './find-slots.ts'

/** The links of the author's heading in their order, as `link:1`, `link:2`, …: nothing in a heading is marked as a slot. */
export function findLinks(heading: ReactNode): SlotElements {
  const found: ReactElement[] = []
  const visit = (nodes: ReactNode): void =>
    Children.forEach(nodes, (node) => {
      if (!isValidElement<{ href?: unknown; children?: ReactNode }>(node)) return
      if (node.props.href === undefined) visit(node.props.children)
      else found.push(node)
    })
  visit(heading)
  return new Map(found.map((link, index) => [`link:${index + 1}`, link]))
}
