import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { waitMillisecondsMax } from '../../lib/llm/retry-delay.ts'
import { createTimers, type Timers } from './create-timers.ts'
import { startHostileModel, type HostileModel } from './hostile-model.ts'
import { watchLeaks, type LeakWatch } from './watch-leaks.ts'

/** What a test talks to; `timers` are the test's own, and its waits ring at once. */
export interface Hostile {
  readonly model: HostileModel
  readonly timers: Timers
}

/**
 * One hostile model for a test file, and new timers for each test. After each test nothing may be left: no timer that is
 * set, no open connection, no rejection that nobody handled.
 */
export function useHostileModel(): Hostile {
  let model: HostileModel
  let timers: Timers
  let leaks: LeakWatch

  beforeAll(async () => {
    model = await startHostileModel()
    leaks = watchLeaks({ timers: () => timers.left(), connections: model.connections })
  })
  beforeEach(() => {
    timers = createTimers({ waitMax: waitMillisecondsMax })
  })
  afterEach(async () => {
    expect(await leaks.findLeaks(), 'what is left behind').toEqual([])
  })
  afterAll(async () => {
    leaks.stop()
    await model.close()
  })
  return {
    get model() {
      return model
    },
    get timers() {
      return timers
    },
  }
}
