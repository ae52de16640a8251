import type { PastUsage } from '../../lib/db/index.ts'
import { countWords } from '../../lib/text/index.ts'
import { buildPrompt, type WritingTask } from '../../lib/prompt/index.ts'
import { promptBytes } from '../../lib/rewrite/index.ts'
import type { PaidTokens } from '../../lib/quota/index.ts'

/** English has about four bytes per token; a prompt is English except for the words of a translated lesson. */
const bytesPerToken = 4
/** Output tokens where no stored rewrite shows them: per word of the author's text, and for an opening note. */
const outputPerWord = { en: 1.4, other: 3 }
const notesOutput = { en: 120, other: 260 }
/** With this many stored rewrites of a language, their average is used instead of a guess. */
const enough = 5

/** About how many tokens it takes to write some sections. */
export interface Estimate extends PaidTokens {
  /** For how many of the sections stored rewrites were used. */
  readonly fromStored: number
}

/**
 * Estimates a model's input and output: its real prompts, and answers as long as the stored ones, which also show how
 * often texts were repaired and how much of a prompt was cached.
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
