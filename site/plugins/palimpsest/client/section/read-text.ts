import { Children, isValidElement, type ReactElement, type ReactNode } from 'react'
import Slot from '../../theme/Slot/index.tsx'
import type { TextToken } from './text-tokens.ts'

/** Element types that begin a new line, and those of them that are items of a list. */
export interface BlockTypes {
  readonly blocks: ReadonlySet<unknown>
  readonly items: ReadonlySet<unknown>
}

type Element = ReactElement<{
  readonly id?: string
  readonly title?: unknown
  readonly 'data-slot'?: string
  readonly 'data-title'?: string
  readonly children?: ReactNode
}>

/** What a reader sees of a text, as words, signs and breaks; what no rewrite may change is one token, whatever it holds. */
export function readText(nodes: ReactNode, types: BlockTypes): TextToken[] {
  const tokens: TextToken[] = []
  let spaced = false
  const addBreak = (item: boolean): void => {
    const last = tokens.at(-1)
    if (last?.kind === 'break') {
      tokens[tokens.length - 1] = { kind: 'break', item: item || last.item }
    } else {
      tokens.push({ kind: 'break', item })
    }
    spaced = false
  }
  const addText = (text: string): void => {
    for (const [found] of text.matchAll(/\s+|[\p{L}\p{N}\p{M}'’_-]+|[^\s]/gu)) {
      if (found.trim() === '') {
        spaced = true
      } else {
        tokens.push({ kind: 'word', text: found, spaced })
        spaced = false
      }
    }
  }
  const readElement = ({ type, props }: Element): void => {
    const slot = slotOf(type, props)
    const breaks = types.blocks.has(type)
    if (breaks) {
      addBreak(types.items.has(type))
    }
    if (slot !== undefined) {
      tokens.push({ kind: 'part', id: slot, spaced })
      spaced = false
      return
    }
    const title = props['data-title'] ?? props.title
    if (breaks && typeof title === 'string') {
      addText(title)
      addBreak(false)
    }
    read(props.children)
    if (breaks) {
      addBreak(false)
    }
  }
  const read = (children: ReactNode): void =>
    Children.forEach(children, (node) => {
      if (typeof node === 'string' || typeof node === 'number') {
        addText(String(node))
      } else if (isValidElement(node)) {
        readElement(node as Element)
      }
    })
  read(nodes)
  return trimBreaks(tokens)
}

/** The id of what no rewrite may change; a link is no such part, since its words may be told anew. */
function slotOf(type: Element['type'], props: Element['props']): string | undefined {
  const id = type === Slot ? props.id : props['data-slot']
  return id?.startsWith('k') ? id : undefined
}

/** An item of a list keeps its break even as the first of all, for its sign. */
function trimBreaks(tokens: readonly TextToken[]): TextToken[] {
  const first = tokens.findIndex((token) => token.kind !== 'break' || token.item)
  const last = tokens.findLastIndex(({ kind }) => kind !== 'break')
  return tokens.slice(Math.max(first, 0), last + 1)
}
