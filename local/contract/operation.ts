import type { ApiCallName } from '../../lib/contract/index.ts'
import type { ProblemCode } from '../../lib/errors/index.ts'

/** What a call is told besides its body. */
export type ParameterName =
  | 'LearnerHeader'
  | 'UserIdPath'
  | 'VersionKeyPath'
  | 'FormQuery'
  | 'MissingQuery'
  | 'DaysQuery'

/** One call of the API in words. Its body and answers are components by name. */
export interface Operation {
  /** The name of the call in generated clients. */
  readonly id: string
  readonly tag: 'Learner' | 'Profile' | 'Lesson' | 'Feedback' | 'Deployment'
  readonly summary: string
  readonly text: string
  readonly parameters?: readonly ParameterName[]
  readonly body?: string
  /** Component by status. */
  readonly answers: Readonly<Record<number, string>>
  /** When it answers 204, without a body. */
  readonly empty?: string
  /** What of the headers is its own. */
  readonly headers?: Readonly<Record<string, string>>
  /** There is a better call; this one goes on working. */
  readonly deprecated?: true
  /** Answers a stream of events when asked for one. */
  readonly events?: true
  /** Kept by caches for good. */
  readonly immutable?: true
  /** Whose bearer it takes; `optional`: it works without. */
  readonly security?: { readonly schemes: readonly ('integratorKey' | 'cronSecret')[]; readonly optional?: true }
  /** Its own refusals; those of every call, body and parameter come by themselves. */
  readonly problems: readonly ProblemCode[]
  /** It says itself what does not answer, instead of refusing. */
  readonly withoutDatabase?: true
}

export type Operations = Readonly<Record<ApiCallName, Operation>>
