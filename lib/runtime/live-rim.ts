import { createDatabase } from '../db/create-database.ts'
import type { EndpointDeps, EndpointRim } from '../http/endpoint.ts'
import { modelHealthMilliseconds, type HealthDeps } from '../http/endpoints/health.ts'
import type { OperatorDeps } from '../http/endpoints/operator.ts'
import type { TransferDeps } from '../http/endpoints/transfer.ts'
import type { DataDeps } from '../http/endpoints/users.ts'
import { Problem } from '../http/problem.ts'
import { createRecentAnswers } from '../http/recent-answers.ts'
import type { SpendDeps } from '../spend/identify-spender.ts'
import { createId, log, randomBytes, readClock, readOrigins, readSettings, readTimer } from './live-environment.ts'
import type { Settings } from './parse-environment.ts'
import { describeProblem, EnvironmentError } from './settings/setting-problem.ts'

const rim = { createId, log, readTimer, readOrigins }

/** The rim of the functions that only read and write data: no model code comes with it. */
export const dataRim: EndpointRim<DataDeps & SpendDeps & EndpointDeps> = {
  ...rim,
  createDeps: (requestId, timing) => {
    const { database, limits } = getSettings()
    const hashSecret = database.connectionString
    const db = createDatabase({ ...database, onStatement: timing.addStatement })
    return { requestId, log, timing, db, now: readClock, limits, hashSecret }
  },
}

/** The settings, or a `not-configured` problem that names each variable to set. */
export function getSettings(): Settings {
  try {
    return readSettings()
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error
    throw new Problem('not-configured', error.message, {
      detail: { settings: error.problems.map(describeProblem) },
    })
  }
}

/** One for all requests of this process. */
const recent = createRecentAnswers({ now: readClock, milliseconds: modelHealthMilliseconds })

/** The rim of `GET /api/health`. */
export const healthRim: EndpointRim<HealthDeps & EndpointDeps> = {
  ...rim,
  createDeps: (requestId, timing) => ({
    ...dataRim.createDeps(requestId, timing),
    settings: getSettings(),
    fetch,
    recent,
  }),
}

/** The rim of `/api/user/transfer`. */
export const transferRim: EndpointRim<TransferDeps & EndpointDeps> = {
  ...rim,
  createDeps: (requestId, timing) => ({ ...dataRim.createDeps(requestId, timing), randomBytes }),
}

/** The rim of the operator's tasks. */
export const operatorRim: EndpointRim<OperatorDeps & EndpointDeps> = {
  ...rim,
  createDeps: (requestId, timing) => {
    const { cronSecret, retention, model } = getSettings()
    return { ...dataRim.createDeps(requestId, timing), cronSecret, retention, price: model.price }
  },
}
