import { describeProblem } from '../lib/runtime/index.ts'
import type { EnvironmentValues } from './environment.ts'

/**
 * A line where `DATABASE_URL` names Neon's pooler: it shares sessions out, and Kysely's lock for migrations belongs to one. None
 * otherwise; the functions may use it.
 */
export function findPooler({ DATABASE_URL }: EnvironmentValues): readonly string[] {
  const hostname = URL.parse(DATABASE_URL ?? '')?.hostname ?? ''
  if (!/^[^.]*-pooler(?:\.|$)/.test(hostname)) return []
  const wrong = 'names a pooler, which has no session for migrations'
  const wanted = 'the direct connection string, whose host has no "-pooler" in it'
  return [describeProblem({ name: 'DATABASE_URL', wrong, wanted })]
}
