/** An error in the format of OpenAI's API. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly code: string | null
  readonly param: string | null

  constructor(
    status: number,
    message: string,
    { code = null, param = null }: { code?: string; param?: string } | { code?: null; param?: null } = {},
  ) {
    super(message)
    this.status = status
    this.code = code
    this.param = param
  }

  get body(): { error: { message: string; type: string; param: string | null; code: string | null } } {
    const type = this.status >= 500 ? 'server_error' : 'invalid_request_error'
    return { error: { message: this.message, type, param: this.param, code: this.code } }
  }
}
