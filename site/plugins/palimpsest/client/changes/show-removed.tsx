import { cloneElement, createElement, Fragment, type ReactElement, type ReactNode } from 'react'
import ChangedWords from './ChangedWords.tsx'
import type { TextToken, WordToken } from './text-tokens.ts'

/**
 * Removed words in their emphasis, unless `neighbour` stands in the same. Protected parts among them are left out: the new
 * text has them elsewhere.
 */
export function showRemoved(tokens: readonly TextToken[], neighbour?: TextToken): ReactNode {
  const around = neighbour?.kind === 'word' ? neighbour.markup.map(({ type }) => type) : []
  const words = tokens.flatMap((token, place) => {
    const spaced = place > 0 && (tokens[place - 1]?.kind === 'break' || (token.kind !== 'break' && token.spaced))
    return token.kind === 'word'
      ? [{ ...token, spaced, markup: token.markup.filter(({ type }) => !around.includes(type)) }]
      : []
  })
  return words.length > 0 && <ChangedWords change="removed">{showWords(words, 0)}</ChangedWords>
}

/** Words with their markup from this depth on; neighbours in the same element share it. */
function showWords(words: readonly WordToken[], depth: number): ReactNode {
  const groups: { readonly around: ReactElement | undefined; readonly words: WordToken[] }[] = []
  for (const word of words) {
    const around = word.markup[depth]
    const last = groups.at(-1)
    if (last !== undefined && last.around === around) last.words.push(word)
    else groups.push({ around, words: [word] })
  }
  return createElement(
    Fragment,
    null,
    ...groups.flatMap(({ around, words: inside }) => showGroup(around, inside, depth)),
  )
}

function showGroup(around: ReactElement | undefined, words: readonly WordToken[], depth: number): ReactNode[] {
  const [first, ...rest] = words
  if (first === undefined) return []
  if (around === undefined) return words.map(({ text, spaced }) => (spaced ? ' ' : '') + text)
  const inside = showWords([{ ...first, spaced: false }, ...rest], depth + 1)
  return [first.spaced && ' ', cloneElement(around, { id: undefined } as object, inside)]
}
