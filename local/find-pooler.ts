import { describeProblem } from '../lib/runtime/index.ts'
import type { EnvironmentValues } from './environment.ts'

/**
 * A line if `DATABASE_URL` names Neon's pooler, which shares sessions, while Kysely's lock for migrations needs its
 * own; none otherwise. The functions may use it.
 */
export function findPooler({ DATABASE_URL }: EnvironmentValues): readonly string[] {
  const hostname = URL.parse(DATABASE_URL ?? '')?.hostname ?? ''
  if (!/^[^.]*-pooler(?:\.|$)/.test(hostname)) return []
  const wrong = 'names a pooler, which has no session for migrations'
  const wanted = 'the direct connection string, whose host has no "-pooler" in it'
  return [describeProblem({ name: 'DATABASE_URL', wrong, wanted })]
}
