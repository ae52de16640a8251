import { mapSentences, type Draft } from '../draft.ts'

/** Formal words and their everyday equivalents, which fit into any sentence. */
const plainWords: readonly (readonly [RegExp, string])[] = [
  [/\bin order to\b/g, 'to'],
  [/\b(?:approximately|roughly)(?= (?:\d|half\b|a\b|the\b|one\b|two\b|three\b|ten\b))/g, 'about'],
  [/\bcommonly\b/g, 'often'],
  [/\bfrequently\b/g, 'often'],
  [/\bobtains\b/g, 'gets'],
  [/\bobtain\b/g, 'get'],
  [/\brequires\b/g, 'needs'],
  [/\brequire\b/g, 'need'],
  [/\bsufficient\b/g, 'enough'],
  [/\bnumerous\b/g, 'many'],
  [/\badditional\b/g, 'extra'],
  [/\bentirely\b/g, 'completely'],
  [/\binitially\b/g, 'at first'],
  [/\bsimultaneously\b/g, 'at the same time'],
  [/\bsubsequently\b/g, 'later'],
  [/\bprior to\b/g, 'before'],
  [/\bwhereas\b/g, 'while'],
  [/\bmerely\b/g, 'only'],
  [/\bupon\b/g, 'on'],
  [/\battempts to\b/g, 'tries to'],
  [/\battempt to\b/g, 'try to'],
  [/^Therefore, /g, 'So '],
  [/^Consequently, /g, 'So '],
  [/^However, /g, 'But '],
  [/^Nevertheless, /g, 'Still, '],
  [/^Moreover, /g, 'Also, '],
  [/^Furthermore, /g, 'Also, '],
  [/^For instance, /g, 'For example, '],
]

/** Replaces formal words by everyday ones. */
export function usePlainWords(draft: Draft): Draft {
  return mapSentences(draft, (sentences) => sentences.map(plain))
}

function plain(sentence: string): string {
  return plainWords.reduce((text, [formal, everyday]) => text.replace(formal, everyday), sentence)
}
