/** The sentences of a passage, in any known language. */
export const splitSentences = (passage: string): string[] =>
  passage
    .split(/(?<=[.!?…۔؟][)"'”’»]*)\s+|(?<=[۔؟])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
