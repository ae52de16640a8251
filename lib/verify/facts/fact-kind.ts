import type { OriginalReason } from '../../contract/index.ts'
import type { WritingTask } from '../../prompt/index.ts'
import type { Finding } from '../finding.ts'
import { readOriginal, type Candidate } from '../reading/candidate.ts'
import type { Rule } from '../rule.ts'
import { compareFacts, type Fact, type FactChanges } from './compare-facts.ts'

/** A kind of facts: how they are read, what the author is known to say, and what a rewrite may do with them. */
export interface FactKind {
  readonly reason: OriginalReason
  /** The facts of a text, in their order. The author's are read in the same way, where none are named. */
  readonly read: (text: Candidate, task: WritingTask) => readonly Fact[]
  /** The facts that a rewrite owes. */
  readonly owed?: (task: WritingTask) => readonly Fact[]
  readonly isKnown: (fact: Fact, task: WritingTask) => boolean
  readonly policy: Policy
}

/** What is at fault, and how the model is told of it. What is left out is free. */
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

/** So many findings of a kind tell enough. */
const findingsMax = 8
/** A longer fact is quoted by its beginning, in UTF-16 code units. */
const quoteMax = 80

/** The rule of a kind: what is added is told at once, what is missing only by the whole text. */
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

/** One message for all that is missing. */
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

/** What the author's section owes, read once for a task. The opening note owes nothing: its source is only an outline. */
function owedBy(kind: FactKind, task: WritingTask): readonly Fact[] {
  if (task.kind === 'note') return []
  const known = owed.get(task) ?? new Map<FactKind, readonly Fact[]>()
  owed.set(task, known)
  const facts = known.get(kind) ?? kind.owed?.(task) ?? kind.read(readOriginal(task.masked), task)
  known.set(kind, facts)
  return facts
}
