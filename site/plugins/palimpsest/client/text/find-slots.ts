import { Children, isValidElement, type ReactElement, type ReactNode, createContext } from 'react'
import Slot from './Slot.tsx'

/** What a slot or link of the original shows. */
export type SlotElements = ReadonlyMap<string, ReactNode>

type Parent = ReactElement<{ id?: string; children?: ReactNode }>

/** The original's elements by slot id, found in a section's children: `k2` for slots, `link:3` for links. */
export function findSlots(children: ReactNode): SlotElements {
  const found = new Map<string, ReactNode>()
  const visit = (nodes: ReactNode): void =>
    Children.forEach(nodes, (node) => {
      if (!isValidElement(node)) {
        return
      }
      const { type, props } = node as Parent
      if (type === Slot && props.id !== undefined) {
        found.set(props.id, props.children)
      }
      visit(props.children)
    })
  visit(children)
  return found
}

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

/** The author's elements of the section around a rewrite. */
export const SlotsContext = createContext<SlotElements>(new Map())
