import type { ReactElement, ReactNode } from 'react'
import Slot from '../text/Slot.tsx'

/** An element of a text, the author's or a rewrite's. */
export type TextElement = ReactElement<{
  readonly id?: string
  readonly title?: ReactNode
  readonly 'data-slot'?: string
  readonly 'data-title'?: ReactNode
  readonly children?: ReactNode
}>

/** Element types that begin a new line, and those of them that are items of a list. */
export interface BlockTypes {
  readonly blocks: ReadonlySet<unknown>
  readonly items: ReadonlySet<unknown>
}

/** The id of what no rewrite may change; a link is no such part, since its words may be rewritten. */
export function slotOf({ type, props }: TextElement): string | undefined {
  const id = type === Slot ? props.id : props['data-slot']
  return id?.startsWith('k') ? id : undefined
}

/** The property of a block that is shown as its title. */
export function titleOf({ type, props }: TextElement, { blocks }: BlockTypes): 'title' | 'data-title' | undefined {
  return blocks.has(type) ? (['data-title', 'title'] as const).find((name) => props[name] !== undefined) : undefined
}

/** White space, words and signs, in turn. */
export const textPieces = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}\p{M}'’_-]+|[^\s]/gu) ?? []
