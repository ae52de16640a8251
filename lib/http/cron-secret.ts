import { hashText } from '../lesson/hash-text.ts'
import { Problem } from './problem.ts'

/** Lets a request pass that carries the secret as Vercel's cron does, `Authorization: Bearer`; else throws. */
export async function requireCronSecret(request: Request, secret: string | undefined): Promise<void> {
  if (secret === undefined) {
    const problem = 'CRON_SECRET: wanted at least 16 characters'
    throw new Problem('not-configured', `The environment is not complete: ${problem}.`, { detail: [problem] })
  }
  const sent = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? ''
  // Hashes are compared, so that the time it takes tells nothing about the secret.
  if ((await hashText(sent)) === (await hashText(secret))) return
  throw new Problem('invalid-key', 'The header "Authorization" does not hold the secret; wanted "Bearer" and it.', {
    headers: { 'www-authenticate': 'Bearer' },
  })
}
