/** The only file that reads the environment, the clock, randomness and ids; all others get them passed. */
import type { LogEntry } from '../errors/index.ts'
import { parseEnvironment, type Settings } from './parse-environment.ts'
import { originsSetting } from './settings/origins-setting.ts'

export const readSettings = (): Settings => parseEnvironment(process.env)

/**
 * `ALLOWED_ORIGINS`; empty if invalid, which the settings report. Separate from them, so that allowed pages can read
 * that report.
 */
export const readOrigins = (): readonly string[] => {
  const value = process.env['ALLOWED_ORIGINS'] ?? ''
  return value === '' || originsSetting.findFault(value) !== undefined ? [] : originsSetting.parse(value)
}

/**
 * Whether the operator wants spans. Separate from the settings, as the OpenTelemetry packages read the rest themselves.
 */
export const wantsSpans = (): boolean =>
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'].some((name) => (process.env[name] ?? '') !== '')

/** Whether this is an edge runtime, which defines a global name (Vercel's documentation of its runtimes). */
export const isOnEdge = (): boolean => 'EdgeRuntime' in globalThis

/** Milliseconds since the epoch. */
export const readClock = (): number => Date.now()

/** Milliseconds since the process started, finer than the clock. */
export const readTimer = (): number => performance.now()

export const createId = (): string => crypto.randomUUID()

export const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count))

export const random = (): number => Math.random()

export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

/**
 * Writes one structured line to the platform's log. `LOG_REQUESTS=off` leaves out requests. Characters that move a
 * cursor, change the writing direction or are invisible are removed.
 */
export const log = (entry: LogEntry): void => {
  if (entry.event === 'request' && process.env['LOG_REQUESTS'] === 'off') return
  const time = new Date(readClock()).toISOString()
  const line = JSON.stringify({ time, ...entry }, (_name, value: unknown) =>
    typeof value === 'string' ? value.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '') : value,
  )
  if (entry.level === 'error') console.error(line)
  else console.log(line)
}

/** Calls back every `milliseconds` until the returned function is called. */
export const every = (milliseconds: number, tick: () => unknown): (() => void) => {
  const timer = setInterval(tick, milliseconds)
  return () => clearInterval(timer)
}

/** Calls back once after `milliseconds`, unless the returned function is called before. */
export const after = (milliseconds: number, ring: () => void): (() => void) => {
  const timer = setTimeout(ring, milliseconds)
  return () => clearTimeout(timer)
}
