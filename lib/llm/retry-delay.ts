import { APICallError } from 'ai'
import * as v from 'valibot'

/** Milliseconds before the first and the second retry (there is no third), unless the server asks for a time. */
const ownDelays = [500, 2_000] as const
/**
 * Total waiting time of all retries of one call, in milliseconds: well below the 20 s in which its first text must
 * come.
 */
export const waitMillisecondsMax = 8_000

/** The retries of one call so far. */
export interface RetriesSoFar {
  readonly retries: number
  readonly waited: number
}

/**
 * Milliseconds to wait before repeating a failed call; undefined if it should not be repeated: the failure would recur,
 * or the server asks for a longer wait than a reader accepts. Never shorter than the server asks (RFC 9110, 10.2.3, and
 * OpenAI's `retry-after-ms`).
 */
export function retryDelay(error: unknown, { retries, waited }: RetriesSoFar): number | undefined {
  if (!APICallError.isInstance(error) || !mayPass(error) || hasNoCredit(error)) return undefined
  const ownDelay = ownDelays[retries]
  if (ownDelay === undefined) return undefined
  const delay = readWantedDelay(error.responseHeaders ?? {}) ?? ownDelay
  return waited + delay <= waitMillisecondsMax ? delay : undefined
}

/**
 * True for failures that may pass. The SDK does not know every name that runtimes have for a connection cut after the
 * headers of a good response.
 */
const mayPass = ({ isRetryable, statusCode, cause }: APICallError): boolean =>
  isRetryable || (statusCode === 200 && cause !== undefined)

function readWantedDelay(headers: Readonly<Record<string, string>>): number | undefined {
  const { 'retry-after-ms': milliseconds, 'retry-after': after, date } = headers
  const wanted = [
    Number.parseFloat(milliseconds ?? ''),
    /^\s*[\d.]+\s*$/.test(after ?? '') ? Number.parseFloat(after ?? '') * 1_000 : Number.NaN,
    // A date is relative to the server's own clock.
    Date.parse(after ?? '') - Date.parse(date ?? ''),
  ].find((delay) => Number.isFinite(delay))
  return wanted === undefined ? undefined : Math.max(0, wanted)
}

/** Codes for an account without credit, where a retry is useless. */
const noCreditCodes: ReadonlySet<unknown> = new Set([
  'insufficient_quota',
  'billing_not_active',
  'billing_hard_limit_reached',
])

const codes = { code: v.optional(v.unknown()), type: v.optional(v.unknown()) }
const errorBodySchema = v.object({ error: v.object(codes) })

function hasNoCredit({ data }: APICallError): boolean {
  const body = v.safeParse(errorBodySchema, data)
  return body.success && (noCreditCodes.has(body.output.error.code) || noCreditCodes.has(body.output.error.type))
}
