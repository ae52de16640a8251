import { levelOf } from '../../profile/index.ts'
import type { Readability } from '../../contract/index.ts'
import type { WritingTask } from '../../prompt/index.ts'

/** How a text could suit its reader better; it may be shown all the same. */
export interface Advice {
  /** Asks the model for the change. */
  readonly message: string
  /** How far the text exceeds the tolerance, in the measure's unit: above 0. */
  readonly excess: number
}

/** The tolerance for a text that moves away from its reader's level. */
interface Tolerance {
  /** The hardest text for a newcomer, for a section of this readability. */
  readonly hardest: (before: number) => number
  /** The plainest text for an expert, for the same. */
  readonly plainest: (before: number) => number
}

/**
 * Grades: on about a hundred words the formula itself is off by about a grade, and an explained term makes a sentence
 * longer. Text of grade 7 or below is plain for everyone (plain-language guides ask for 6 to 8), even if the section is
 * plainer. Words per sentence: good translations into Urdu have up to 1.5 times those of the English, and
 * plain-language guides call 20 long. The good rewrites in `bench/fidelity` all stay within.
 */
const tolerances: Readonly<Record<Readability['measure'], Tolerance>> = {
  'flesch-kincaid-grade': {
    hardest: (before) => Math.max(7, before + 1.5),
    plainest: (before) => before - 3,
  },
  'words-per-sentence': {
    hardest: (before) => Math.max(20, before * 1.6),
    plainest: (before) => before * 0.6,
  },
}

/**
 * Advice for a text that went the wrong way: harder than its section for a newcomer or at `simpler`, much plainer for
 * an expert or at `deeper`. Undefined otherwise, if it cannot be measured, and for readers who are neither.
 */
export function adviseLevel(
  readability: Readability | null,
  task: Pick<WritingTask, 'facets' | 'level'>,
): Advice | undefined {
  if (readability === null || readability.before === null || readability.after === null) return undefined
  const { hardest, plainest } = tolerances[readability.measure]
  const way = wayFor(task)
  const excess =
    way < 0
      ? readability.after - hardest(readability.before)
      : way > 0
        ? plainest(readability.before) - readability.after
        : 0
  return excess > 0 ? { message: way < 0 ? easier : harder, excess } : undefined
}

const easier =
  'It is harder to read than the section, and its reader needs it easier. Use shorter sentences and common words; split long sentences, and keep every fact and technical term.'
const harder =
  'It is far plainer than the section, and its reader knows the field. Join what belongs together into fuller sentences, use the precise words of the section, and leave explanations of basics out.'

/**
 * The direction a text should take: negative for easier, positive for harder, 0 for either. The level shifts it by one
 * from the answers.
 */
const wayFor = ({ facets, level }: Pick<WritingTask, 'facets' | 'level'>): number =>
  Math.sign(levelOf(facets)) + levelSteps[level]
const levelSteps = { simpler: -1, 'as-is': 0, deeper: 1 } as const
