import type { OriginalReason } from '../../contract/index.ts'
import type { WritingTask } from '../../prompt/index.ts'
import type { Finding } from '../finding.ts'
import { readOriginal, type Candidate } from '../reading/candidate.ts'
import type { Rule } from '../rule.ts'
import { compareFacts, type Fact, type FactChanges } from './compare-facts.ts'

/** A kind of facts: how to read them, which ones the author has, and what a rewrite may do with them. */
export interface FactKind {
  readonly reason: OriginalReason
  /** The facts of a text, in order; also used for the author's, unless `owed` is given. */
  readonly read: (text: Candidate, task: WritingTask) => readonly Fact[]
  /** The facts that a rewrite must have. */
  readonly owed?: (task: WritingTask) => readonly Fact[]
  readonly isKnown: (fact: Fact, task: WritingTask) => boolean
  readonly policy: Policy
}

/** Which changes are findings, and their message for the model. A change without a message is allowed. */
export interface Policy {
  readonly added?: {
    readonly isFault?: (fact: Fact, task: WritingTask) => boolean
    readonly say: (fact: string) => string
  }
  readonly dropped?: Loss
  readonly exchanged?: Loss
}

interface Loss {
  readonly isFault?: (value: string, author: readonly Fact[]) => boolean
  readonly say: (values: string) => string
}

/** Findings reported per kind. */
const findingsMax = 8
/** A longer fact is cut to this length when quoted, in UTF-16 code units. */
const quoteMax = 80

/** The rule of a kind: added facts are found at once, missing ones only in the complete text. */
export const ruleOf =
  (kind: FactKind): Rule =>
  (task) => ({
    part: (part) => findFaults(kind, task, { author: [], rewrite: kind.read(part, task) }),
    whole: (text) => findFaults(kind, task, { author: owedBy(kind, task), rewrite: kind.read(text, task) }),
  })

interface Sides {
  readonly author: readonly Fact[]
  readonly rewrite: readonly Fact[]
}

function findFaults({ reason, isKnown, policy }: FactKind, task: WritingTask, sides: Sides): Finding[] {
  const changes = compareFacts({ ...sides, isKnown: (fact) => isKnown(fact, task) })
  const messages = [...sayAdded(changes, policy, task), ...sayLost(changes, policy, sides.author)]
  return [...new Set(messages)].slice(0, findingsMax).map((message) => ({ reason, message }))
}

const sayAdded = ({ added }: FactChanges, { added: rule }: Policy, task: WritingTask): string[] =>
  rule === undefined
    ? []
    : added
        .filter((fact) => rule.isFault?.(fact, task) ?? true)
        .map(({ value }) => rule.say(value.trim().slice(0, quoteMax)))

/** One message for all missing facts. */
function sayLost(changes: FactChanges, { dropped, exchanged }: Policy, author: readonly Fact[]): string[] {
  const faults = (values: readonly string[], loss: Loss | undefined): string[] =>
    loss === undefined ? [] : values.filter((value) => loss.isFault?.(value, author) ?? true)
  const lost = { dropped: faults(changes.dropped, dropped), exchanged: faults(changes.exchanged, exchanged) }
  const others = lost.exchanged.filter((value) => !lost.dropped.includes(value))
  return [
    ...(dropped && lost.dropped.length > 0 ? [dropped.say(lost.dropped.join(', '))] : []),
    ...(exchanged && others.length > 0 ? [exchanged.say(others.join(', '))] : []),
  ]
}

const owed = new WeakMap<WritingTask, Map<FactKind, readonly Fact[]>>()

/**
 * The facts that a rewrite must have, read once per task; none for the opening note, whose source is only an outline.
 */
function owedBy(kind: FactKind, task: WritingTask): readonly Fact[] {
  if (task.kind === 'note') return []
  const known = owed.get(task) ?? new Map<FactKind, readonly Fact[]>()
  owed.set(task, known)
  const facts = known.get(kind) ?? kind.owed?.(task) ?? kind.read(readOriginal(task.masked), task)
  known.set(kind, facts)
  return facts
}
