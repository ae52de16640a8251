import type { Usage } from '../contract/index.ts'
import type { QuotaSubject } from './quota-subject.ts'

/** Tokens reserved for one section before a model is called, so that calls in flight count towards the limits. */
export interface Reservation {
  readonly subject: QuotaSubject
  /** The maximum that its call can use. */
  readonly tokens: number
}

/** The same reservation with more tokens. */
export const addTokens = (reservation: Reservation, tokens: number): Reservation => ({
  ...reservation,
  tokens: reservation.tokens + tokens,
})

/** The same for tokens already used, which no limit can refuse any more. */
export const withoutLimits = ({ subject, tokens }: Reservation): Reservation => ({
  tokens,
  subject: {
    ...subject,
    buckets: subject.buckets.map((bucket) => ({
      ...bucket,
      tokens: { ...bucket.tokens, max: Number.MAX_SAFE_INTEGER },
      share: 1,
    })),
  },
})

/** How much of a reservation was used; all of it if the provider did not report usage. */
export function tokensUsed({ input_tokens, output_tokens }: Usage, { tokens }: Pick<Reservation, 'tokens'>): number {
  return input_tokens === null || output_tokens === null ? tokens : input_tokens + output_tokens
}
