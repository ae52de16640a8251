import { Children, isValidElement, type ReactElement, type ReactNode } from 'react'
import Slot from '../../theme/Slot/index.tsx'

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
