/** The type whose JSON has this shape: a date may stand for a text. */
type Sendable<Value> = Value extends string
  ? string extends Value
    ? string | Date
    : Value
  : Value extends object
    ? { readonly [Field in keyof Value]: Sendable<Value[Field]> }
    : Value

/** A response with the type of its body. */
interface Answer<Body> extends Response {
  json(): Promise<Body>
}

/** A JSON response that no cache stores. Its type is one of `lib/contract`, which keeps the API's description true. */
export const answer = <Body = never>(body: NoInfer<Sendable<Body>>, status = 200): Answer<NoInfer<Body>> =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
