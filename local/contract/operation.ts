import type { ApiCallName } from '../../lib/contract/index.ts'
import type { ProblemCode } from '../../lib/errors/index.ts'

/** Parameters of a call besides its body. */
export type ParameterName =
  | 'LearnerHeader'
  | 'UserIdPath'
  | 'VersionKeyPath'
  | 'FormQuery'
  | 'MissingQuery'
  | 'DaysQuery'

/** One call of the API, described. Its body and answers are components by name. */
export interface Operation {
  /** The name of the call in generated clients. */
  readonly id: string
  readonly tag: 'Learner' | 'Profile' | 'Lesson' | 'Feedback' | 'Deployment'
  readonly summary: string
  readonly text: string
  readonly parameters?: readonly ParameterName[]
  readonly body?: string
  /** The component of each status. */
  readonly answers: Readonly<Record<number, string>>
  /** When the answer is 204, without a body. */
  readonly empty?: string
  /** Headers of this call alone. */
  readonly headers?: Readonly<Record<string, string>>
  /** There is a better call; this one still works. */
  readonly deprecated?: true
  /** Answers with a stream of events on request. */
  readonly events?: true
  /** Caches may store it forever. */
  readonly immutable?: true
  /** Which bearer tokens it accepts; `optional`: it also works without one. */
  readonly security?: { readonly schemes: readonly ('integratorKey' | 'cronSecret')[]; readonly optional?: true }
  /** Its own error codes; those of every call, body and parameter are added automatically. */
  readonly problems: readonly ProblemCode[]
  /** It reports what does not answer, instead of failing. */
  readonly withoutDatabase?: true
}

export type Operations = Readonly<Record<ApiCallName, Operation>>
