import { Problem } from '../http/problem.ts'
import type { Counter, Limit, Spender } from './spender.ts'

const messages = {
  'too-many-requests': 'Today allows no more requests like this one. Ask again tomorrow.',
  'budget-reached':
    'Today’s budget for new versions is used up. What is written already can be read; ask again tomorrow.',
} as const

/** The 429 that names the limit and its value, where it is one limit's, and when it begins anew; never whose account is full. */
export function limitProblem(
  code: keyof typeof messages,
  limit: Limit | undefined,
  { secondsLeft }: Spender<Counter>,
): Problem {
  return new Problem(code, messages[code], {
    ...(limit && { detail: { limit: limit.name, value: limit.most } }),
    headers: { 'retry-after': String(secondsLeft) },
  })
}
