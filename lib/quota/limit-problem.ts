import { Problem } from '../errors/index.ts'
import type { Limit, QuotaSubject } from './quota-subject.ts'

const messages = {
  'too-many-requests': 'Today allows no more requests like this one. Ask again tomorrow.',
  'budget-reached':
    'Today’s budget for new versions is used up. What is written already can be read; ask again tomorrow.',
} as const

/** Seconds after which to retry when tokens are only reserved: about as long as one section takes to write. */
const reservedSeconds = 20

/** The 429 for a budget whose remaining tokens are all reserved by others, who will use fewer of them. */
export const budgetReservedProblem = (): Problem =>
  new Problem(
    'budget-reached',
    'The rest of today’s budget is reserved for versions that are being written. Try again in a moment.',
    {
      headers: { 'retry-after': String(reservedSeconds) },
    },
  )

/** The 429 that names the limit, its value and when it resets. It never says whose quota is used up. */
export function limitProblem(
  code: keyof typeof messages,
  limit: Limit | undefined,
  { secondsLeft }: Pick<QuotaSubject, 'secondsLeft'>,
): Problem {
  return new Problem(code, messages[code], {
    ...(limit && { detail: { limit: limit.name, value: limit.max } }),
    headers: { 'retry-after': String(secondsLeft) },
  })
}
