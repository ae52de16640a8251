import { countWords } from '../../lib/text/index.ts'
import type { Draft } from './draft.ts'
import { readDraft } from './read-draft.ts'
import { readingStyle, type ReadingStyle } from './reading-style.ts'
import { renderDraft } from './render-draft.ts'
import { closeSection } from './rules/close-section.ts'
import { explainTerms } from './rules/explain-terms.ts'
import { introduceCode, isNewToCode } from './rules/introduce-code.ts'
import { mergeShortSentences } from './rules/merge-short-sentences.ts'
import { numberSteps } from './rules/number-steps.ts'
import { isQuizHeading } from './section-features.ts'
import { splitLongSentences } from './rules/split-long-sentences.ts'
import { tighten } from './rules/tighten.ts'
import { usePlainWords } from './rules/use-plain-words.ts'
import type { DemoTask } from './writing-task.ts'

/** Explanations stay below this share of the section's words; all additions below about the section's length. */
const explainedShareMax = 0.7
const leadWords = 32
const closingWords = 20
/** Sections with less prose than this get no closing sentence. */
const closedWordsMin = 20

/**
 * Rewrites one section in the lesson's language for the reader that the prompt describes. Slots, links, code spans and
 * tables are unchanged; every added fact is from the section, its slots or the glossary. A repair leaves the author's
 * sentences unchanged, whatever was wrong before.
 */
export function writeDemoSection(task: DemoTask): string {
  const original = readDraft(task.section.text)
  const plan = planAdditions(original, task)
  if (task.repair) return renderDraft(close(original, { task, plan }), original)
  const rewritten =
    plan.style.level === 'expert'
      ? mergeShortSentences(tighten(original, plan.style))
      : explainPlainly(original, { task, plan })
  const led = plan.isLed ? introduceCode(rewritten, task) : rewritten
  return renderDraft(close(led, { task, plan }), original)
}

/** The additions to a section, limited so that a short one is not drowned in them. */
interface Plan {
  readonly style: ReadingStyle
  readonly isLed: boolean
  readonly isClosed: boolean
  readonly explanationWordsMax: number
}

function planAdditions(draft: Draft, task: DemoTask): Plan {
  const words = draft.passages
    .flatMap(({ groups }) => groups.flatMap(({ sentences }) => sentences))
    .reduce((sum, sentence) => sum + countWords(sentence), 0)
  const isLed = isNewToCode(task) && introduceCode(draft, task) !== draft
  const isClosed = words >= closedWordsMin && !(isLed && words < leadWords + closingWords)
  const left = words - (isLed ? leadWords : 0) - (isClosed ? closingWords : 0)
  const explanationWordsMax = isQuizHeading(task.section.heading) ? 0 : Math.min(words * explainedShareMax, left)
  return { style: readingStyle(task), isLed, isClosed, explanationWordsMax }
}

function explainPlainly(
  draft: Draft,
  { task, plan: { style, explanationWordsMax } }: { task: DemoTask; plan: Plan },
): Draft {
  const worded = style.plainWords ? usePlainWords(draft) : draft
  const stepped = style.steps ? numberSteps(worded) : worded
  const split = splitLongSentences(stepped, style.sentenceWordsMax)
  return explainTerms(split, { task, style, wordsMax: explanationWordsMax })
}

function close(draft: Draft, { task, plan: { style, isClosed } }: { task: DemoTask; plan: Plan }): Draft {
  return isClosed ? closeSection(draft, { task, style }) : draft
}
