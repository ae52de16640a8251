import { createDatabase } from '../db/index.ts'
import {
  createRecentAnswers,
  type DataServices,
  type CompositionRoot,
  type HealthServices,
  modelHealthMilliseconds,
  type OperatorServices,
  type TransferServices,
} from '../http/index.ts'
import { Problem } from '../errors/index.ts'
import type { QuotaServices } from '../quota/index.ts'
import { createId, log, randomBytes, readClock, readOrigins, readSettings, readTimer } from './live-environment.ts'
import type { Settings } from './parse-environment.ts'
import { describeProblem, EnvironmentError } from './settings/setting-problem.ts'

const root = { createId, log, readTimer, readOrigins }

/** The services of functions that only read and write data, without model code. */
export const dataRoot: CompositionRoot<DataServices & QuotaServices> = {
  ...root,
  createServices: (_requestId, timing) => {
    const { database, limits } = getSettings()
    const hashSecret = database.connectionString
    const db = createDatabase({ ...database, onStatement: timing.addStatement })
    return { db, now: readClock, limits, hashSecret }
  },
}

/** The settings; throws a `not-configured` problem that names each variable to set. */
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

/** Shared by all requests of this process. */
const recent = createRecentAnswers({ now: readClock, milliseconds: modelHealthMilliseconds })

/** The services of `GET /api/health`. */
export const healthRoot: CompositionRoot<HealthServices> = {
  ...root,
  createServices: (requestId, timing) => ({
    ...dataRoot.createServices(requestId, timing),
    settings: getSettings(),
    fetch,
    recent,
  }),
}

/** The services of `/api/user/transfer`. */
export const transferRoot: CompositionRoot<TransferServices> = {
  ...root,
  createServices: (requestId, timing) => ({ ...dataRoot.createServices(requestId, timing), randomBytes }),
}

/** The services of the operator's tasks. */
export const operatorRoot: CompositionRoot<OperatorServices> = {
  ...root,
  createServices: (requestId, timing) => {
    const { cronSecret, retention, model } = getSettings()
    return { ...dataRoot.createServices(requestId, timing), log, cronSecret, retention, price: model.price }
  },
}
