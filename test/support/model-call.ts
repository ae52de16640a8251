/** A request that the scripted model answered, as `GET /calls?model=…` reports it. */
export interface ModelCall {
  readonly model: string
  readonly section: string
  readonly repair: boolean
  readonly messages: readonly { readonly role: string; readonly content: string }[]
}
