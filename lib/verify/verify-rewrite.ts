import type { WritingTask } from '../prompt/index.ts'
import { countProof, type ProofCounts } from './count-proof.ts'
import type { Finding } from './finding.ts'
import { adviseLevel, type Advice } from './level/advise-level.ts'
import { readCandidate } from './reading/candidate.ts'
import { findUnreadable } from './reading/find-unreadable.ts'
import { judgeWhole, type Rule } from './rule.ts'
import { certainRules, hintRules } from './rules.ts'

/** What the verifier says of a text. */
export interface Verdict {
  readonly accepted: boolean
  /** All that keeps the text from being shown, the hints last. */
  readonly findings: readonly Finding[]
  /** Those findings that are only suspected. */
  readonly hints: readonly Finding[]
  /** What would make it suit its reader better; never a reason to turn it down. */
  readonly advice: Advice | undefined
  /** The text without the translated heading's line; empty when the text was unfit to be read. */
  readonly markdown: string
  readonly heading: string | undefined
  readonly counts: ProofCounts
}

/** Judges a whole text, or (`partial`) whether the beginning of one may be shown already. */
export function verifyRewrite(text: string, task: WritingTask, { partial = false } = {}): Verdict {
  const unreadable = findUnreadable(text, task)
  const withHeading = opensWithHeading(task)
  const candidate = readCandidate(unreadable ? '' : text, { withHeading })
  const judge = (rules: readonly Rule[]): Finding[] =>
    rules.flatMap((rule) => (partial ? rule(task).part(candidate) : judgeWhole(rule(task), candidate)))
  const hints = unreadable ? [] : judge(hintRules)
  const findings = unreadable ? [unreadable] : [...judge(certainRules), ...hints]
  const counts = countProof(candidate, task, { partial })
  return {
    accepted: findings.length === 0,
    findings,
    hints,
    advice: adviseLevel(counts.readability, task),
    markdown: candidate.markdown,
    heading: withHeading && !task.section.heading?.fixed ? candidate.heading : undefined,
    counts,
  }
}

/** Whether the first line of a text is to be the translated heading. */
export const opensWithHeading = ({ translating, section }: WritingTask): boolean =>
  translating && section.heading !== null
