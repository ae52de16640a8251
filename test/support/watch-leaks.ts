import { setTimeout } from 'node:timers/promises'

/** What a test may leave behind. */
export interface LeakSources {
  /** The milliseconds of every timer that is still set. */
  readonly timers: () => readonly number[]
  /** How many connections are open. */
  readonly connections: () => number
}

export interface LeakWatch {
  /** What was left behind since the last look, one sentence each. A connection that is being closed gets time for it. */
  findLeaks(): Promise<readonly string[]>
  stop(): void
}

/** How often, and how many milliseconds apart, a connection is looked at before it counts as left open. */
const looks = 200
const pause = 10

/** Looks for rejections that nobody handled, and for timers and connections that outlive their work. */
export function watchLeaks({ timers, connections }: LeakSources): LeakWatch {
  const unhandled: unknown[] = []
  const keep = (reason: unknown): void => void unhandled.push(reason)
  process.on('unhandledRejection', keep)
  return {
    async findLeaks() {
      for (let look = 0; look < looks && connections() > 0; look++) await setTimeout(pause)
      await setTimeout()
      return [
        ...unhandled.splice(0).map((reason) => `a rejection that nobody handled: ${String(reason)}`),
        ...timers().map((milliseconds) => `a timer of ${milliseconds} ms`),
        ...Array.from({ length: connections() }, () => 'a connection'),
      ]
    },
    stop: () => process.off('unhandledRejection', keep),
  }
}
