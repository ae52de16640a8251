/** Which model is called, and where. */
export interface ModelSettings {
  readonly apiKey: string | undefined
  /** Base URL of an OpenAI-compatible API, without a trailing slash; the provider's own when unset. */
  readonly baseUrl: string | undefined
  readonly name: string
}
