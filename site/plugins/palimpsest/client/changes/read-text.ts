import { Children, Fragment, isValidElement, type ReactElement, type ReactNode } from 'react'
import Slot from '../text/Slot.tsx'
import Term from '../glossary/Term.tsx'
import { slotOf, textPieces, titleOf, type BlockTypes, type TextElement } from './text-element.ts'
import type { TextToken } from './text-tokens.ts'

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
  const addText = (text: string, markup: readonly ReactElement[]): void => {
    for (const piece of textPieces(text)) {
      if (piece.trim() === '') {
        spaced = true
      } else {
        tokens.push({ kind: 'word', text: piece, spaced, markup })
        spaced = false
      }
    }
  }
  const readElement = (element: TextElement, around: readonly ReactElement[]): void => {
    const { type, props } = element
    const slot = slotOf(element)
    const breaks = types.blocks.has(type)
    if (breaks) {
      addBreak(types.items.has(type))
    }
    if (slot !== undefined) {
      tokens.push({ kind: 'part', id: slot, spaced })
      spaced = false
      return
    }
    const title = titleOf(element, types)
    if (title !== undefined) {
      read(props[title], [])
      addBreak(false)
    }
    const markup = breaks ? [] : unmarked.has(type) ? around : [...around, element]
    Children.forEach(props.children, (child) => read(isLink(element, child) ? child.props.children : child, markup))
    if (breaks) {
      addBreak(false)
    }
  }
  const read = (children: ReactNode, markup: readonly ReactElement[]): void =>
    Children.forEach(children, (node) => {
      if (typeof node === 'string' || typeof node === 'number') {
        addText(String(node), markup)
      } else if (isValidElement(node)) {
        readElement(node as TextElement, markup)
      }
    })
  read(nodes, [])
  return trimBreaks(tokens)
}

/** A link is the only child of its slot. Links among removed words are dropped. */
const isLink = ({ type, props }: TextElement, child: unknown): child is TextElement =>
  type === Slot && props.id?.startsWith('link:') === true && isValidElement(child)

/** What shows its words as they are, or explains them. */
const unmarked = new Set<unknown>([Fragment, Slot, Term])

/** A list item starts with a break even if it comes first, because of its marker. */
function trimBreaks(tokens: readonly TextToken[]): TextToken[] {
  const first = tokens.findIndex((token) => token.kind !== 'break' || token.item)
  const last = tokens.findLastIndex(({ kind }) => kind !== 'break')
  return tokens.slice(Math.max(first, 0), last + 1)
}
