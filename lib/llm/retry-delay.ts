import { APICallError } from 'ai'
import * as v from 'valibot'

/** Milliseconds before the first and the second retry (there is no third), where the server asks for no time of its own. */
const ownDelays = [500, 2_000] as const
/** Milliseconds that all retries of one call may wait together: well below the 20 s in which its first text must come. */
export const waitMillisecondsMax = 8_000

/** What one call has been through. */
export interface RetriesSoFar {
  readonly retries: number
  readonly waited: number
}

/**
 * How many milliseconds to wait before a call that failed like this is made again; undefined when it is not to be made
 * again: the failure would come back, or the server asks for more patience than a reader has. A server is never asked
 * sooner than it wants (RFC 9110, 10.2.3, and OpenAI's `retry-after-ms`).
 */
export function retryDelay(error: unknown, { retries, waited }: RetriesSoFar): number | undefined {
  if (!APICallError.isInstance(error) || !mayPass(error) || hasNoCredit(error)) return undefined
  const ownDelay = ownDelays[retries]
  if (ownDelay === undefined) return undefined
  const delay = readWantedDelay(error.responseHeaders ?? {}) ?? ownDelay
  return waited + delay <= waitMillisecondsMax ? delay : undefined
}

/** The SDK does not know every name that a runtime has for a connection that was cut after the headers of a good answer. */
const mayPass = ({ isRetryable, statusCode, cause }: APICallError): boolean =>
  isRetryable || (statusCode === 200 && cause !== undefined)

function readWantedDelay(headers: Readonly<Record<string, string>>): number | undefined {
  const { 'retry-after-ms': milliseconds, 'retry-after': after, date } = headers
  const wanted = [
    Number.parseFloat(milliseconds ?? ''),
    /^\s*[\d.]+\s*$/.test(after ?? '') ? Number.parseFloat(after ?? '') * 1_000 : Number.NaN,
    // A date counts from the server's own clock.
    Date.parse(after ?? '') - Date.parse(date ?? ''),
  ].find((delay) => Number.isFinite(delay))
  return wanted === undefined ? undefined : Math.max(0, wanted)
}

/** Codes under which a provider says that the account has no credit left: asking again only annoys. */
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
