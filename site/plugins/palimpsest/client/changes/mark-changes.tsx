import { Children, cloneElement, createElement, Fragment, isValidElement, type ReactNode } from 'react'
import ChangedWords from './ChangedWords.tsx'
import type { PlacedChange } from './place-changes.ts'
import { showRemoved } from './show-removed.tsx'
import { slotOf, textPieces, titleOf, type BlockTypes, type TextElement } from './text-element.ts'
import type { TextToken } from './text-tokens.ts'

/**
 * The elements of the new text with its changed words marked: every element stays, only the words within it are divided.
 * `placed` has the change of each of its words and parts, in the order in which `readText` reads them.
 */
export function markChanges(text: ReactNode, placed: readonly PlacedChange[], types: BlockTypes): ReactNode {
  const rest = placed.values()
  const next = (): PlacedChange | undefined => rest.next().value
  const mark = (nodes: ReactNode): ReactNode =>
    Children.map(nodes, (node) => {
      if (typeof node === 'string' || typeof node === 'number') return markWords(String(node), next)
      return isValidElement(node) ? markElement(node as TextElement) : node
    })
  const markElement = (element: TextElement): ReactNode => {
    if (slotOf(element) !== undefined) return markPart(element, next(), types.blocks.has(element.type))
    const title = titleOf(element, types)
    const titled = title === undefined ? {} : { [title]: mark(element.props[title]) }
    const { children } = element.props
    return children === undefined ? cloneElement(element, titled) : cloneElement(element, titled, mark(children))
  }
  return mark(text)
}

/** A text of one element, with a mark around each stretch of it that was added, and what was removed where it stood. */
function markWords(text: string, next: () => PlacedChange | undefined): ReactNode {
  const shown: ReactNode[] = []
  let stretch = ''
  let added = false
  let space = ''
  const flush = (): void => {
    if (stretch !== '') shown.push(added ? <ChangedWords change="added">{stretch}</ChangedWords> : stretch)
    stretch = ''
  }
  for (const piece of textPieces(text)) {
    const change = piece.trim() === '' ? undefined : next()
    if (change === undefined) {
      space = piece
      continue
    }
    if (change.added !== added || change.removedBefore.length > 0) {
      flush()
      shown.push(space, ...removedBefore(change))
      space = ''
    }
    added = change.added
    stretch += space + piece
    space = ''
    if (change.removedAfter.length > 0) {
      flush()
      shown.push(...removedAfter(change))
    }
  }
  flush()
  return createElement(Fragment, null, ...shown, space)
}

/** A part that stands alone has no line for the words beside it. */
function markPart(part: TextElement, change: PlacedChange | undefined, alone: boolean): ReactNode {
  if (change === undefined) return part
  const [before, after] = alone
    ? [inLine(change.removedBefore), inLine(change.removedAfter)]
    : [removedBefore(change), removedAfter(change)]
  return createElement(Fragment, null, ...before, part, ...after)
}

const inLine = (removed: readonly TextToken[]): ReactNode[] =>
  removed.length > 0 ? [<p key="removed">{showRemoved(removed)}</p>] : []

function removedBefore({ removedBefore: removed, token, first }: PlacedChange): ReactNode[] {
  if (removed.length === 0) return []
  const apart = token.spaced || first
  return [!apart && isSpaced(removed) && ' ', showRemoved(removed, token), apart && ' ']
}

const removedAfter = ({ removedAfter: removed, token }: PlacedChange): ReactNode[] =>
  removed.length > 0 ? [isSpaced(removed) && ' ', showRemoved(removed, token)] : []

const isSpaced = ([first]: readonly TextToken[]): boolean => first?.kind === 'break' || first?.spaced === true
