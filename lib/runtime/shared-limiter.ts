import PQueue from 'p-queue'
import type { Limiter } from '../llm/index.ts'
import { isOnEdge } from './live-environment.ts'

/**
 * How many sections a process writes at a time, for all readers. More would keep its one thread too busy to renew their
 * leases in time.
 */
export const sectionsAtATimeMax = 64

const sections = new PQueue({ concurrency: sectionsAtATimeMax })

/**
 * Limits one request's sections among those of all requests of this process. The first sections of a request go before
 * later ones of others, so that many readers who arrive together all soon have something to read. On the edge, where a
 * request may not wait for another one, nothing is limited.
 */
export function createSharedLimiter(): Limiter {
  if (isOnEdge()) return (work) => work()
  let asked = 0
  return (work) => sections.add(work, { priority: -asked++ })
}
