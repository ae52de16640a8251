import { setTimeout } from 'node:timers/promises'
import { createRandom } from '../../test/support/random.ts'
import type { Caller } from './call-servers.ts'
import type { LoadTestbed } from './open-load-testbed.ts'
import { simulateLearner, type Acknowledged, type SimulatedLearner } from './simulate-learner.ts'

export interface TrafficOptions {
  readonly learners: number
  /** Milliseconds. */
  readonly duration: number
  /** The longest that a learner reads between two calls, in milliseconds. */
  readonly pauseMax: number
  /** How many of the learners ask for lessons ten at a time, until they have been refused often. */
  readonly greedy?: number
}

const refusalsOfTheGreedy = 20

/** So many learners at once for so long; who erases themselves is followed by a new one. Returns what each was answered. */
export async function runTraffic(
  { lessons }: LoadTestbed,
  { call }: Caller,
  { learners, duration, pauseMax, greedy = 0 }: TrafficOptions,
): Promise<Acknowledged[]> {
  const ends = performance.now() + duration
  const isOver = (): boolean => performance.now() >= ends
  const all: Acknowledged[] = []
  const live = async (place: number): Promise<void> => {
    const random = createRandom(place)
    await setTimeout(random.below(pauseMax))
    while (!isOver()) {
      const learner = await simulateLearner({ call, lessons, random })
      const { known } = learner
      all.push(known)
      if (place < greedy) await askGreedily(learner)
      while (!known.erased && !isOver()) {
        await learner.act()
        await setTimeout(random.below(pauseMax))
      }
    }
  }
  await Promise.all(Array.from({ length: learners }, (_, place) => live(place)))
  return all
}

/** Ten lessons at a time, however long it takes. */
async function askGreedily({ known, readLesson }: SimulatedLearner): Promise<void> {
  while (known.refused < refusalsOfTheGreedy) await Promise.all(Array.from({ length: 10 }, readLesson))
}
