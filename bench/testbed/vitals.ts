/** What a server process has used so far. */
export interface Vitals {
  /** SQL statements. */
  readonly statements: number
  /** Milliseconds of CPU, on all cores together. */
  readonly cpu: number
  /** Bytes that are alive after a garbage collection. */
  readonly heap: number
  readonly residentSet: number
  /** The largest that was ever resident. */
  readonly peak: number
}

export function readVitals(statements: number): Vitals {
  globalThis.gc?.()
  const { user, system } = process.cpuUsage()
  const { heapUsed, rss } = process.memoryUsage()
  return {
    statements,
    cpu: (user + system) / 1_000,
    heap: heapUsed,
    residentSet: rss,
    peak: process.resourceUsage().maxRSS * 1_024,
  }
}
