import type { ApiCallName, ApiCalls } from '../../../../../lib/contract/index.ts'

/** The URLs of a path of the description: `/api/user/{user_id}` is `/api/user/` and any text. */
type Filled<Path extends string> = Path extends `${infer Start}{${string}}${infer Rest}`
  ? `${Start}${string}${Filled<Rest>}`
  : Path

type Sent<Body> = {
  readonly [Field in keyof Body]: Body[Field] extends readonly (infer Item)[] | undefined
    ? readonly Item[] | Extract<Body[Field], undefined>
    : Body[Field]
}

type CallTo<Name extends ApiCallName> = Name extends `${infer Method} ${infer Path}`
  ? {
      readonly method: Method
      readonly path: Filled<Path>
    } & (ApiCalls[Name] extends { body: infer Body } ? { readonly body: Sent<Body> } : { readonly body?: never })
  : never

interface CallOptions {
  readonly learner?: string
  readonly accept?: string
  readonly signal?: AbortSignal
}

/** A call that the API's description knows, with the body that it takes there. */
export type ApiCall = { [Name in ApiCallName]: CallTo<Name> }[ApiCallName] & CallOptions

/** What is answered as JSON. */
type AnswerTo<Call> = {
  [Name in ApiCallName]: Call extends Pick<CallTo<Name>, 'method' | 'path'> ? ApiCalls[Name]['answer'] : never
}[ApiCallName]

/** A good answer to such a call. The server may be another version than the page, so what is read of it is parsed all the same. */
export interface ApiAnswer<Call> extends Response {
  json(): Promise<AnswerTo<Call>>
}
