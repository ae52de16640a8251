import type { InsightsAnswer } from '../../../../lib/contract/index.ts'
import type { Api } from '../../../plugins/palimpsest/client/transport/call-api.ts'

/** The figures, or the code of the error. */
export type Reading =
  | { readonly insights: InsightsAnswer }
  | { readonly problem: string; readonly retryAfterSeconds?: number | undefined }

/** Asks for the figures of the last days. The key travels in a header, never in an address. */
export async function readInsights(api: Api, { key, days }: { key: string; days: number }): Promise<Reading> {
  try {
    const response = await api.fetch(`${api.base}/api/operator/insights?days=${days}`, {
      headers: { authorization: `Bearer ${key}` },
    })
    const body = (await response.json()) as InsightsAnswer | { readonly error?: unknown }
    if (response.ok) return { insights: body as InsightsAnswer }
    const code = 'error' in body && typeof body.error === 'string' ? body.error : 'unreachable'
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
    return { problem: code, retryAfterSeconds: Number.isFinite(seconds) ? seconds : undefined }
  } catch {
    return { problem: 'unreachable' }
  }
}
