import { APICallError } from 'ai'
import * as v from 'valibot'

/** The facts of a failed call that may be logged. */
export interface ModelErrorFacts {
  readonly error_name?: string
  /** The HTTP status, if there was a response. */
  readonly status?: number
  /** The provider's code and type of error, or the code of a connection that failed. */
  readonly code?: string | number
  readonly type?: string
}

/**
 * Matches codes such as `insufficient_quota` or `ECONNREFUSED`. Anything else might quote a key, an address or a
 * prompt.
 */
const word = v.pipe(v.string(), v.regex(/^(?:[a-z]{2,}(?:_[a-z]+){0,6}|[A-Z]{2,}(?:_[A-Z]+){0,6})$/), v.maxLength(64))
const lenient = <Schema extends v.GenericSchema>(schema: Schema) => v.fallback(v.optional(schema), undefined)
const codesSchema = v.object({
  code: lenient(v.union([word, v.pipe(v.number(), v.integer(), v.maxValue(9_999))])),
  type: lenient(word),
})
const bodySchema = v.object({ error: codesSchema })
const causeSchema = v.object({ cause: codesSchema })

/** The facts of a model's error that help an operator; never its message, request, headers or address. */
export function describeModelError(error: unknown): ModelErrorFacts {
  const status = APICallError.isInstance(error) ? error.statusCode : undefined
  const { code, type } = readCodes(error)
  return {
    ...(error instanceof Error ? { error_name: error.name } : {}),
    ...(status === undefined ? {} : { status }),
    ...(code === undefined ? {} : { code }),
    ...(type === undefined ? {} : { type }),
  }
}

/** Reads codes from the response body, from an error inside a stream, or from the connection's error. */
function readCodes(error: unknown): v.InferOutput<typeof codesSchema> {
  const body = v.safeParse(bodySchema, APICallError.isInstance(error) ? error.data : error)
  if (body.success) return body.output.error
  const own = v.safeParse(codesSchema, error)
  if (own.success && (own.output.code ?? own.output.type) !== undefined) return own.output
  const below = v.safeParse(causeSchema, error)
  if (!below.success) return {}
  return below.output.cause.code === undefined ? readCodes((error as { cause: unknown }).cause) : below.output.cause
}
