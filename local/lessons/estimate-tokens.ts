import type { PastUsage } from '../../lib/db/index.ts'
import { countWords } from '../../lib/text/index.ts'
import { buildPrompt, type WritingTask } from '../../lib/prompt/index.ts'
import { promptBytes } from '../../lib/rewrite/index.ts'
import type { PaidTokens } from '../../lib/quota/index.ts'

/** English takes about four bytes to a token; what a prompt holds is English but for a translated lesson's few words. */
const bytesPerToken = 4
/** Of what a model answers, where no stored rewrite tells: by words of the author's, and for an opening note. */
const outputPerWord = { en: 1.4, other: 3 }
const notesOutput = { en: 120, other: 260 }
/** So many stored rewrites of a language tell more than a guess. */
const enough = 5

/** About how many tokens the writing of some sections takes, and whether stored rewrites told. */
export interface Estimate extends PaidTokens {
  /** Of how many sections of those the model's answer was estimated from stored rewrites. */
  readonly fromStored: number
}

/**
 * Estimates what a model will be asked and will answer: its real prompts, and answers as long as those that are stored.
 * The stored ones also tell how often a text had to be repaired and how much of a prompt the provider had still.
 */
export function estimatePlanTokens(tasks: readonly WritingTask[], past: PastUsage): Estimate {
  const sum = { input: 0, cachedInput: 0, output: 0, fromStored: 0 }
  for (const task of tasks) {
    const stored = past.find(({ language, note }) => language === task.language && note === (task.kind === 'note'))
    const measured = stored !== undefined && stored.rewrites >= enough ? stored : undefined
    const input =
      (promptBytes(buildPrompt(task)) / bytesPerToken) * (measured ? measured.attempts / measured.rewrites : 1)
    sum.input += input
    sum.cachedInput += measured && measured.input > 0 ? input * (measured.cachedInput / measured.input) : 0
    sum.output += measured ? outputAsStored(task, measured) : guessOutput(task)
    if (measured) sum.fromStored++
  }
  const { fromStored, ...tokens } = sum
  return {
    input: Math.round(tokens.input),
    cachedInput: Math.round(tokens.cachedInput),
    output: Math.round(tokens.output),
    fromStored,
  }
}

const outputAsStored = ({ kind, masked }: WritingTask, { output, words, rewrites }: PastUsage[number]): number =>
  kind === 'note' || words === 0 ? output / rewrites : countWords(masked.text) * (output / words)

function guessOutput({ kind, language, masked }: WritingTask): number {
  const by = language === 'en' ? 'en' : 'other'
  return kind === 'note' ? notesOutput[by] : countWords(masked.text) * outputPerWord[by]
}
