import type { WritingTask } from '../prompt/index.ts'
import { countProof, type ProofCounts } from './count-proof.ts'
import type { Finding } from './finding.ts'
import { adviseLevel, type Advice } from './level/advise-level.ts'
import { readCandidate } from './reading/candidate.ts'
import { findUnreadable } from './reading/find-unreadable.ts'
import { judgeWhole, type Rule } from './rule.ts'
import { certainRules, hintRules } from './rules.ts'

/** The verifier's judgement of a text. */
export interface Verdict {
  readonly accepted: boolean
  /** All reasons not to show the text, hints last. */
  readonly findings: readonly Finding[]
  /** The findings that are only suspicions. */
  readonly hints: readonly Finding[]
  /** How it could suit its reader better; never a reason to reject it. */
  readonly advice: Advice | undefined
  /** The text without the translated heading's line; empty if the text could not be parsed. */
  readonly markdown: string
  readonly heading: string | undefined
  readonly counts: ProofCounts
}

/** Judges a complete text, or (`partial`) whether the beginning of one may be shown already. */
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

/** Whether the first line of a text should be the translated heading. */
export const opensWithHeading = ({ translating, section }: WritingTask): boolean =>
  translating && section.heading !== null
