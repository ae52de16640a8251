import { readCandidate } from '../../lib/verify/reading/candidate.ts'
import { judgeWhole, type Rule } from '../../lib/verify/rule.ts'
import type { OriginalReason } from '../../lib/contract/wire-events.ts'
import type { WritingTask } from '../../lib/prompt/writing-task.ts'

/** What one rule finds in a text, or in the beginning of one. */
export function judge(rule: Rule, text: string, task: WritingTask, { partial = false } = {}): OriginalReason[] {
  const withHeading = task.translating && task.section.heading !== null
  const candidate = readCandidate(text, { withHeading })
  const findings = partial ? rule(task).part(candidate) : judgeWhole(rule(task), candidate)
  return findings.map(({ reason }) => reason)
}
