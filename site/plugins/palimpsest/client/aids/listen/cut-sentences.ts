export interface CutSentence {
  readonly text: string
  /** Offsets in the whole text, without the white space around the sentence. */
  readonly start: number
  readonly end: number
}

/** A text cut at its sentences by the language's rules; what has no letter or digit is not said. */
export function cutSentences(whole: string, language: string): CutSentence[] {
  const segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(whole.replace(/\s/g, ' '))
  return [...segments].flatMap(({ segment, index }) => {
    const start = index + segment.length - segment.trimStart().length
    const trimmed = segment.trim()
    const text = trimmed.replace(/[\u200B\s]+/g, ' ')
    return /[\p{L}\p{N}]/u.test(text) ? [{ text, start, end: start + trimmed.length }] : []
  })
}
