/** What a server process has used so far. */
export interface Vitals {
  /** SQL statements. */
  readonly statements: number
  /** Milliseconds of CPU, on all cores together. */
  readonly cpu: number
  /** Bytes that are alive after a garbage collection. */
  readonly heap: number
  readonly residentSet: number
}

export function readVitals(statements: number): Vitals {
  globalThis.gc?.()
  const { user, system } = process.cpuUsage()
  const { heapUsed, rss } = process.memoryUsage()
  return { statements, cpu: (user + system) / 1_000, heap: heapUsed, residentSet: rss }
}
