import PQueue from 'p-queue'
import type { Limiter } from '../llm/index.ts'
import { isOnEdge } from './live-environment.ts'

/**
 * How many sections a process writes at a time, whoever reads them. Its one thread has its hands full with as many, and what is begun
 * beyond that waits for it under a lease, which runs out.
 */
export const sectionsAtATimeMax = 64

const sections = new PQueue({ concurrency: sectionsAtATimeMax })

/**
 * Limits one request's sections among those of all requests of this process: first sections of a request go before later ones
 * of others, so that many readers who come together all have something to read soon. On the edge, where a request may not
 * wait for another one, nothing is limited.
 */
export function createSharedLimiter(): Limiter {
  if (isOnEdge()) return (work) => work()
  let asked = 0
  return (work) => sections.add(work, { priority: -asked++ })
}
