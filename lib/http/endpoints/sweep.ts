import type { SweptAnswer } from '../../contract/index.ts'
import { type Retention, sweepDatabase } from '../../db/index.ts'
import { answer } from '../answer.ts'
import { requireCronSecret } from '../cron-secret.ts'
import type { LogEntry } from '../../errors/index.ts'
import { requireKey } from '../integrator-key.ts'
import type { QuotaServices } from '../../quota/index.ts'
import type { DataServices } from './users.ts'

export interface SweepServices extends DataServices, QuotaServices {
  readonly log: (entry: LogEntry) => void
  /** The secret that the platform's cron sends; undefined if unset. */
  readonly cronSecret: string | undefined
  readonly retention: Retention
}

/** Milliseconds of sweeping: the platform wants a first byte within 25 s, and one statement may take 10 s. */
const sweepMilliseconds = 12_000

/**
 * `GET /api/operator/sweep`: deletes rows unused for a set time; 200 with how many. For Vercel's cron with its secret,
 * and for a key with the scope `operate`.
 */
export async function getSweep(request: Request, services: SweepServices): Promise<Response> {
  if (isKey(request)) await requireKey(request, 'operate', services)
  else await requireCronSecret(request, services)
  const swept = await sweepDatabase(services.db, services.retention, {
    now: services.now,
    deadline: services.now() + sweepMilliseconds,
  })
  services.log({ level: 'info', event: 'swept', ...swept })
  return answer<SweptAnswer>(swept)
}

const isKey = (request: Request): boolean => /^Bearer plm_/i.test(request.headers.get('authorization') ?? '')
