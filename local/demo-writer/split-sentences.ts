const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** Matches abbreviations, which only look like the end of a sentence. */
const abbreviation = /(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|Fig|No|Dr|Mr|Ms|St)|\b[A-Z])\.\s*$/

/**
 * Splits a paragraph into sentences, without the white space between them. Text without a space before it, such as a
 * footnote mark, belongs to the sentence.
 */
export function splitParagraph(text: string): string[] {
  const sentences: string[] = []
  let open = ''
  for (const { segment } of segmenter.segment(text)) {
    open += segment
    if (abbreviation.test(open) || !/\s$/.test(open)) continue
    sentences.push(open.trim())
    open = ''
  }
  if (open.trim()) sentences.push(open.trim())
  return sentences.filter(Boolean)
}
