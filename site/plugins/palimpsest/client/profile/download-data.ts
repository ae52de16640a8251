import { callApi, type Api } from '../transport/call-api.ts'

/**
 * Has the browser save, as a file, all that the server has of a learner. Their id travels in a header: in a link it would stand in
 * logs and in the browser's list of downloads.
 *
 * @throws ApiProblem as the call does.
 */
export async function downloadData(api: Api, learner: string): Promise<void> {
  const response = await callApi(api, { method: 'GET', path: '/api/user/me/export', learner })
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = 'palimpsest.json'
  link.click()
  // Not at once: Safari begins to read it after the press.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
