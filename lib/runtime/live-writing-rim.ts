import { createDatabase } from '../db/index.ts'
import type { LogEntry } from '../errors/index.ts'
import type { EndpointDeps, EndpointRim, PersonalizeEndpointDeps } from '../http/index.ts'
import { createWriter } from '../llm/index.ts'
import { createInsights } from '../insights/index.ts'
import { createAllowance } from '../quota/index.ts'
import { keepAlive } from './keep-alive.ts'
import { after, createId, every, log, random, readClock, sleep } from './live-environment.ts'
import { createLook } from './live-look.ts'
import { createSharedTurns } from './live-turns.ts'
import { dataRim, getSettings } from './live-rim.ts'
import { liveTelemetry } from './live-telemetry.ts'

/** One of each for all requests of this process. */
const allowance = createAllowance({ now: readClock, tokensPerHour: () => getSettings().limits.DAILY_TOKENS / 24 })
const insights = createInsights({ now: readClock })

/** The rim of the one function that asks a model. */
export const writingRim: EndpointRim<PersonalizeEndpointDeps & EndpointDeps> = {
  ...dataRim,
  followRequest: liveTelemetry.followRequest,
  createDeps: (requestId, timing) => {
    const { model, sectionsAtATime, lessonPaths, database } = getSettings()
    const deps = dataRim.createDeps(requestId, timing)
    const logRequest = (entry: LogEntry): void => log({ ...entry, request_id: requestId })
    return {
      ...deps,
      urgentDb: createDatabase({ ...database, onStatement: timing.addStatement, urgent: true }),
      look: createLook(deps.db, database),
      inSharedTurn: createSharedTurns(),
      writer: createWriter(model, { after, log: logRequest }),
      sectionsAtATime,
      lessonPaths,
      inSpan: liveTelemetry.inSpan,
      createId,
      every,
      keepAlive,
      allowance,
      insights,
      random,
      sleep,
    }
  },
}
