import type { After } from '../../lib/llm/watch-stalls.ts'

export interface Timers {
  readonly after: After
  /** Rings the timers of so many milliseconds that are set; throws when there is none. */
  ring(milliseconds: number): void
  /** The waits that were asked for, in milliseconds. */
  waits(): readonly number[]
  /** The milliseconds of every timer that is still set. */
  left(): readonly number[]
}

/** Timers that a test rings by hand. Those of at most `waitMax` milliseconds are waits: they ring at once. */
export function createTimers({ waitMax }: { readonly waitMax: number }): Timers {
  const set = new Map<symbol, { readonly milliseconds: number; readonly ring: () => void }>()
  const waits: number[] = []
  const ringTimer = (id: symbol): void => {
    const timer = set.get(id)
    set.delete(id)
    timer?.ring()
  }
  return {
    after(milliseconds, ring) {
      const id = Symbol(milliseconds)
      set.set(id, { milliseconds, ring })
      if (milliseconds <= waitMax) {
        waits.push(milliseconds)
        queueMicrotask(() => ringTimer(id))
      }
      return () => set.delete(id)
    },
    ring(wanted) {
      const ids = [...set].filter(([, { milliseconds }]) => milliseconds === wanted).map(([id]) => id)
      if (ids.length === 0) throw new Error(`No timer of ${wanted} ms is set`)
      for (const id of ids) ringTimer(id)
    },
    waits: () => waits,
    left: () => [...set.values()].map(({ milliseconds }) => milliseconds),
  }
}
