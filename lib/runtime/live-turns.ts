import PQueue from 'p-queue'
import type { Pace } from '../llm/index.ts'
import { isOnEdge } from './live-environment.ts'

/**
 * How many sections a process writes at a time, whoever reads them. Its one thread has its hands full with as many, and what is begun
 * beyond that waits for it under a lease, which runs out.
 */
export const sectionsMax = 64

const sections = new PQueue({ concurrency: sectionsMax })

/**
 * Gives one request's sections their turns among those of all requests of this process: a request's first sections go before the later ones
 * of others, so that many readers who come together all have something to read soon. On the edge, where a request may not
 * wait for what another one does, every turn comes at once.
 */
export function createSharedTurns(): Pace['inTurn'] {
  if (isOnEdge()) return (work) => work()
  let asked = 0
  return (work) => sections.add(work, { priority: -asked++ })
}
