import { countWords } from '../../../lib/text/index.ts'
import { isClause, isStatement } from '../clause.ts'
import { mapSentences, type Draft } from '../draft.ts'

const pairWordsMax = 28
const pronounOpening = /^(?:It|They|We|This|These|There|He|She|That (?:is|was|means)) /
const butOpening = /^But /

/** Joins two short statements if both are clauses and the second starts with a pronoun or "But". */
export function mergeShortSentences(draft: Draft): Draft {
  return mapSentences(draft, (sentences, passage) => (passage.place === 'root' ? mergePairs(sentences) : sentences))
}

function mergePairs(sentences: readonly string[]): string[] {
  const merged: string[] = []
  let isJoined = false
  for (const sentence of sentences) {
    const before = merged.at(-1)
    isJoined = before !== undefined && !isJoined && isPair(before, sentence)
    if (isJoined && before !== undefined) merged[merged.length - 1] = join(before, sentence)
    else merged.push(sentence)
  }
  return merged
}

function join(first: string, second: string): string {
  const mark = butOpening.test(second) ? ',' : ';'
  return `${first.slice(0, -1)}${mark} ${second.charAt(0).toLowerCase()}${second.slice(1)}`
}

function isPair(first: string, second: string): boolean {
  const isPlain = [first, second].every((sentence) => /^(?:[^.:;!?()“”"]|\.\d)+\.$/.test(sentence))
  if (!isPlain || countWords(first) + countWords(second) > pairWordsMax || !isStatement(first)) return false
  return (
    (pronounOpening.test(second) && isClause(second)) ||
    (butOpening.test(second) && isClause(second.slice('But '.length)))
  )
}
