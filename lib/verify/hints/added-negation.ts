import { getPack, type RewriteWords, type TranslationWords } from '../../profile/index.ts'
import type { WritingTask } from '../../prompt/index.ts'
import { countWords } from '../../text/index.ts'
import { oncePer } from '../once-per.ts'
import { readOriginal } from '../reading/candidate.ts'
import { countNegations, countOtherNegations, saysNoNowhere } from '../reading/count-negations.ts'
import { readBlocks } from '../reading/read-blocks.ts'
import { countShared, findSameSentence, readContentWords } from './shared-words.ts'
import { readContentSentences, type ContentSentence } from './content-sentence.ts'

/** Two sentences count as the same if they share this many words, and this share of the shorter one's. */
const same = { sharedMin: 3, partMin: 0.3 }
/** How many words after the "not" name what is negated, and which share of them the author's sentence must have. */
const negated = { wordsMax: 3, partMin: 0.5 }

/** The author's sentences, read once per task. */
const readAuthorSentences = oncePer(({ masked, language }: WritingTask) =>
  readContentSentences(readBlocks(readOriginal(masked)).passages, language),
)

/**
 * Finds a sentence that negates what the author states. Rewrites often negate in new places, so a sentence is only
 * compared with an author's sentence that says the same, has no negation, and has the negated words.
 */
export function findAddedInRewrite(after: readonly string[], task: WritingTask): string | undefined {
  const { language } = task
  const { rewriting } = getPack(language).negations ?? {}
  if (rewriting === undefined) return undefined
  const author = readAuthorSentences(task)
  const others = author.map(({ words }) => words)
  const isAdded = ({ text, words }: ContentSentence): boolean => {
    const at = findSameSentence(words, others, same)
    const counterpart = at === undefined ? undefined : author[at]
    return (
      counterpart !== undefined &&
      saysNoNowhere(counterpart.text, language) &&
      negatesWordsOf(counterpart, text, { rewriting, language })
    )
  }
  return readContentSentences(after, language).find(isAdded)?.text
}

interface InLanguage {
  readonly rewriting: RewriteWords
  readonly language: string
}

const negatesWordsOf = (counterpart: ContentSentence, sentence: string, { rewriting, language }: InLanguage): boolean =>
  [...sentence.matchAll(rewriting.beforeClause)].some(({ 0: found, index }) => {
    const [clause = ''] = sentence.slice(index + found.length).split(rewriting.clauseEnd)
    const words = new Set([...readContentWords(clause, language)].slice(0, negated.wordsMax))
    const shared = countShared(words, counterpart.words)
    return !rewriting.restricting.test(clause) && shared > 0 && shared / words.size >= negated.partMin
  })

/** A passage longer than its source by this factor covers more than that source. */
const ownWordsMax = 1.8

/**
 * Finds a translated passage that negates what its source states. It is only compared with its own source, and only if
 * nothing in that is usually translated by a "not".
 */
export function findAddedInTranslation(after: readonly string[], task: WritingTask): string | undefined {
  const { translation } = getPack(task.language).negations ?? {}
  const negatedFrom = translation?.negatedFrom[task.lesson.language]
  const before = readBlocks(readOriginal(task.masked)).passages
  if (!translation || !negatedFrom || before.length !== after.length) return undefined
  return after.find((passage, index) => negatesMore(passage, before[index] ?? '', { task, translation, negatedFrom }))
}

interface Pair {
  readonly task: WritingTask
  readonly translation: TranslationWords
  readonly negatedFrom: RegExp
}

function negatesMore(passage: string, source: string, { task, translation, negatedFrom }: Pair): boolean {
  if (countWords(passage) > countWords(source) * ownWordsMax) return false
  const author = task.lesson.language
  const may =
    (countNegations(source, author) ?? 0) +
    countOtherNegations(source, author) +
    (source.match(negatedFrom)?.length ?? 0)
  return (countNegations(passage.replace(translation.idioms, ' $1 '), task.language) ?? 0) > may
}
