/** What becomes this value as JSON: a date becomes a text. */
type Sendable<Value> = Value extends string
  ? string extends Value
    ? string | Date
    : Value
  : Value extends object
    ? { readonly [Field in keyof Value]: Sendable<Value[Field]> }
    : Value

/** An answer whose body is known. */
interface Answer<Body> extends Response {
  json(): Promise<Body>
}

/** A JSON answer that no cache stores. Its type is one of `lib/contract`, so that the API's description holds. */
export const answer = <Body = never>(body: NoInfer<Sendable<Body>>, status = 200): Answer<NoInfer<Body>> =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
