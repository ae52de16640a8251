import type { ApiCall } from './api-call.ts'
import { callApi, type Api } from './call-api.ts'

/**
 * Sends one request of which only the success matters. The answer is read all the same: left unread it would keep its
 * connection, of which a browser has six for each server.
 *
 * @throws ApiProblem like `callApi`; an answer that succeeds and then breaks off is a success.
 */
export async function sendCall(api: Api, call: ApiCall): Promise<void> {
  const response = await callApi(api, call)
  await response.text().catch(() => undefined)
}
