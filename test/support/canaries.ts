import { expect, vi } from 'vitest'

/** Secrets that a test gives to the product, to look for them wherever they must never be. */
export const canaries = {
  databasePassword: 'canary-password-7f3a',
  modelKey: 'sk-canary-key-91bd',
  cronSecret: 'canary-cron-secret-5e0c',
} as const

/** A key of the right form that was never made: 32 characters, of which the first eight are public. */
export const strangersKey = 'plm_id000000CanaryCanaryCanaryCanary'

/** Settings with secrets in them; the endpoint that is asked in Neon's place decides whether there is a database. */
export const canarySettings = {
  DATABASE_URL: `postgresql://palimpsest:${canaries.databasePassword}@db.canary.test/palimpsest`,
  OPENAI_API_KEY: canaries.modelKey,
  CRON_SECRET: canaries.cronSecret,
}

/** All that a client gets: status, headers and body. */
export async function readWhole(response: Response): Promise<string> {
  return JSON.stringify([response.status, [...response.headers], await response.text()])
}

/** Holds that no secret stands in what was answered, nor in any line that was logged; `keys` are integrators'. */
export function expectNoSecrets(answered: readonly string[], keys: readonly string[] = [strangersKey]): void {
  const lines = [console.log, console.info, console.warn, console.error, console.debug].flatMap((print) =>
    vi.isMockFunction(print) ? print.mock.calls.map((words) => words.map(String).join(' ')) : [],
  )
  const secrets = [...Object.values(canaries), 'db.canary.test', ...keys.map((key) => key.slice('plm_id000000'.length))]
  for (const secret of secrets) for (const text of [...answered, ...lines]) expect(text).not.toContain(secret)
}
