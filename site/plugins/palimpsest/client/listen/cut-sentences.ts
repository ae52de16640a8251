export interface CutSentence {
  readonly text: string
  /** Offsets in the whole text, without the white space around the sentence. */
  readonly start: number
  readonly end: number
}

/** A text cut at its sentences by the language's rules; what has no letter or digit is not said. */
export function cutSentences(whole: string, language: string): CutSentence[] {
  return cut(whole.replace(/\s/g, ' '), language).flatMap(({ segment, index }) => {
    const start = index + segment.length - segment.trimStart().length
    const trimmed = segment.trim()
    const text = trimmed.replace(/[\u200B\s]+/g, ' ')
    return /[\p{L}\p{N}]/u.test(text) ? [{ text, start, end: start + trimmed.length }] : []
  })
}

interface Segment {
  readonly segment: string
  readonly index: number
}

/** Firefox has `Intl.Segmenter` from 125 on. */
const cut = (whole: string, language: string): Segment[] =>
  'Segmenter' in Intl
    ? [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(whole)]
    : cutAtSigns(whole)

/** The sign that ends a sentence with what closes behind it. A full stop before a small letter ends an abbreviation. */
const sentenceEnd = /[.!?…]+["'”’»)\]]* +(?!\p{Ll})|[۔؟]+["'”“’»)\]]* *|$/gu

function cutAtSigns(whole: string): Segment[] {
  const ends = [...whole.matchAll(sentenceEnd)].map(({ 0: sign, index }) => index + sign.length)
  return ends.map((end, place) => {
    const index = ends[place - 1] ?? 0
    return { segment: whole.slice(index, end), index }
  })
}
