import type { Fact } from './compare-facts.ts'
import { readAuthorText } from './author-text.ts'
import { ruleOf, type FactKind } from './fact-kind.ts'
import type { WritingTask } from '../../prompt/index.ts'

/** Prevents a command, a flag or a function that does not exist from being typed by a learner. */
const kind: FactKind = {
  reason: 'invented-identifier',
  read: ({ codeSpans }) => codeSpans.map((value) => ({ value })),
  isKnown: ({ value }, task) => readAuthorText(task).shownOnOneLine.includes(value.replace(/\s+/g, ' ').trim()),
  policy: { added: { say: (name) => `\`${name}\` does not occur in the section.` } },
}

export const identifiers = ruleOf(kind)

/** The names in code spans that are nowhere in the prompt. */
export const inventedIdentifiers = (codeSpans: readonly string[], task: WritingTask): string[] =>
  codeSpans.filter((value) => !kind.isKnown({ value } satisfies Fact, task))
