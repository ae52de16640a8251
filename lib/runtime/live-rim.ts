import { createDatabase } from '../db/index.ts'
import {
  createRecentAnswers,
  type DataDeps,
  type EndpointDeps,
  type EndpointRim,
  type HealthDeps,
  modelHealthMilliseconds,
  type OperatorDeps,
  type TransferDeps,
} from '../http/index.ts'
import { Problem } from '../errors/index.ts'
import type { SpendDeps } from '../quota/index.ts'
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
