import type { After } from '../../lib/llm/watch-stalls.ts'
import type { RewriteServices } from '../../lib/rewrite/services.ts'

export interface Timers {
  readonly after: After
  readonly every: RewriteServices['every']
  readonly sleep: RewriteServices['sleep']
  /** The clock, ahead by every sleep of a second or more, so that what is tried again and again comes to its deadline. */
  readonly now: RewriteServices['now']
  /** Rings the timers of so many milliseconds that are set; throws when there is none. */
  ring(milliseconds: number): void
  /** The waits that were asked for, in milliseconds. */
  waits(): readonly number[]
  /** The milliseconds of every timer that is still set. */
  left(): readonly number[]
}

interface Timer {
  readonly milliseconds: number
  readonly ring: () => unknown
  readonly once: boolean
}

/** Timers that a test rings by hand. Those of at most `waitMax` milliseconds that ring once are waits: they ring at once. */
export function createTimers({ waitMax }: { readonly waitMax: number }): Timers {
  const timers = new Map<symbol, Timer>()
  const waits: number[] = []
  let ahead = 0
  const set = (timer: Timer): symbol => {
    const id = Symbol(timer.milliseconds)
    timers.set(id, timer)
    return id
  }
  const ringTimer = (id: symbol): void => {
    const timer = timers.get(id)
    if (timer?.once) timers.delete(id)
    timer?.ring()
  }
  const after: After = (milliseconds, ring) => {
    const id = set({ milliseconds, ring, once: true })
    if (milliseconds <= waitMax) {
      waits.push(milliseconds)
      queueMicrotask(() => ringTimer(id))
    }
    return () => timers.delete(id)
  }
  return {
    after,
    every(milliseconds, ring) {
      const id = set({ milliseconds, ring, once: false })
      return () => timers.delete(id)
    },
    sleep: (milliseconds) =>
      new Promise((resolve) => {
        if (milliseconds >= 1_000) ahead += milliseconds
        after(milliseconds, resolve)
      }),
    now: () => Date.now() + ahead,
    ring(wanted) {
      const ids = [...timers].filter(([, { milliseconds }]) => milliseconds === wanted).map(([id]) => id)
      if (ids.length === 0) throw new Error(`No timer of ${wanted} ms is set`)
      for (const id of ids) ringTimer(id)
    },
    waits: () => waits,
    left: () => [...timers.values()].map(({ milliseconds }) => milliseconds),
  }
}
