/** The words of a text that say what it is about, without their endings: those of four letters or more. */
export const readContentWords = (text: string): Set<string> =>
  new Set(
    (text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []).map((word) => word.replace(/(?:ies|es|s|ed|ing|y|e)$/, '')),
  )

export const countShared = (words: ReadonlySet<string>, others: ReadonlySet<string>): number =>
  [...words].filter((word) => others.has(word)).length

/** Where among the others the sentence stands that tells most of this one; undefined when none tells enough of it. */
export function findSameSentence(
  sentence: string,
  others: readonly string[],
  { sharedMin, partMin }: { readonly sharedMin: number; readonly partMin: number },
): number | undefined {
  const words = readContentWords(sentence)
  const read = others.map(readContentWords)
  const shared = read.map((other) => countShared(words, other))
  const best = shared.indexOf(Math.max(...shared))
  const most = shared[best] ?? 0
  const part = most / Math.max(1, Math.min(words.size, read[best]?.size ?? 0))
  return most >= sharedMin && part >= partMin ? best : undefined
}
