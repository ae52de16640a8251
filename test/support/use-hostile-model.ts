import { setImmediate } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { waitMillisecondsMax } from '../../lib/llm/retry-delay.ts'
import { createTimers, type Timers } from './create-timers.ts'
import { startHostileModel, type HostileModel } from './hostile-model.ts'

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
  const unhandled: unknown[] = []
  const note = (reason: unknown): void => void unhandled.push(reason)

  beforeAll(async () => {
    model = await startHostileModel()
    process.on('unhandledRejection', note)
  })
  beforeEach(() => {
    timers = createTimers({ waitMax: waitMillisecondsMax })
  })
  afterEach(async () => {
    expect(timers.left(), 'timers that are still set').toEqual([])
    await model.noConnections()
    await setImmediate()
    expect(unhandled.splice(0), 'rejections that nobody handled').toEqual([])
  })
  afterAll(async () => {
    process.off('unhandledRejection', note)
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
