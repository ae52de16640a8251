/**
 * How many more calls of a size the provider allows now, by its response headers (OpenAI's API reference, rate limits;
 * other servers use the same names); undefined if it does not say.
 */
export function readCallsLeft(headers: Readonly<Record<string, string>>, tokensPerCall: number): number | undefined {
  const calls = readCount(headers['x-ratelimit-remaining-requests'])
  const tokens = readCount(headers['x-ratelimit-remaining-tokens'])
  const byTokens = tokens === undefined ? undefined : Math.floor(tokens / tokensPerCall)
  return calls === undefined || byTokens === undefined ? (calls ?? byTokens) : Math.min(calls, byTokens)
}

const readCount = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,12}$/.test(text.trim()) ? Number(text) : undefined
