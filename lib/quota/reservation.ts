import type { Usage } from '../contract/index.ts'
import type { QuotaSubject } from './quota-subject.ts'

/** Tokens that are set aside for one section before a model is asked, so that no call in flight is forgotten. */
export interface Reservation {
  readonly subject: QuotaSubject
  /** As many as its call can take. */
  readonly tokens: number
}

/** The same with more set aside. */
export const addTokens = (reservation: Reservation, tokens: number): Reservation => ({
  ...reservation,
  tokens: reservation.tokens + tokens,
})

/** The same for tokens that were spent already: no limit can hold them back. */
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

/** What was used of a reservation; all of it, where the provider did not say. */
export function tokensUsed({ input_tokens, output_tokens }: Usage, { tokens }: Pick<Reservation, 'tokens'>): number {
  return input_tokens === null || output_tokens === null ? tokens : input_tokens + output_tokens
}
