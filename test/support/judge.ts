import { readCandidate } from '../../lib/verify/reading/candidate.ts'
import type { Rule } from '../../lib/verify/rule.ts'
import type { OriginalReason } from '../../lib/contract/wire-events.ts'
import type { WritingTask } from '../../lib/prompt/writing-task.ts'

/** What one rule finds in a text, or in the beginning of one. */
export function judge(rule: Rule, text: string, task: WritingTask, { partial = false } = {}): OriginalReason[] {
  const withHeading = task.translating && task.section.heading !== null
  return rule(readCandidate(text, { withHeading, partial }), task).map(({ reason }) => reason)
}
