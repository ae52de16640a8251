import type { ReactNode } from 'react'

export interface SlotProps {
  /** `k2` for a part that no rewrite may change, `link:3` for a link. */
  readonly id: string
  readonly children?: ReactNode
}

/** Marks a part of the original, so that a rewrite can show the very same element. Adds nothing to the page. */
export default function Slot({ children }: SlotProps): ReactNode {
  return children
}
