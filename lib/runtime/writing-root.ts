import { createDatabase } from '../db/index.ts'
import type { LogEntry } from '../errors/index.ts'
import type { CompositionRoot, PersonalizeServices } from '../http/index.ts'
import { createWriter } from '../llm/index.ts'
import { createInsights } from '../insights/index.ts'
import { createFallbackBudget } from '../quota/index.ts'
import { waitUntil } from '@vercel/functions'
import { after, createId, every, log, random, readClock, sleep } from './live-environment.ts'
import { createPoll } from './create-poll.ts'
import { createSharedLimiter } from './shared-limiter.ts'
import { dataRoot, getSettings } from './composition-root.ts'
import { liveTelemetry } from './live-telemetry.ts'

/** Shared by all requests of this process. */
const fallbackBudget = createFallbackBudget({
  now: readClock,
  tokensPerHour: () => getSettings().limits.DAILY_TOKENS / 24,
})
const insights = createInsights({ now: readClock })

/** The services of the one function that calls a model. */
export const writingRoot: CompositionRoot<PersonalizeServices> = {
  ...dataRoot,
  followRequest: liveTelemetry.followRequest,
  createServices: (requestId, timing) => {
    const { model, sectionsAtATime, lessonPaths, database } = getSettings()
    const services = dataRoot.createServices(requestId, timing)
    const logRequest = (entry: LogEntry): void => log({ ...entry, request_id: requestId })
    return {
      ...services,
      urgentDb: createDatabase({ ...database, onStatement: timing.addStatement, urgent: true }),
      poll: createPoll(services.db, database),
      sharedLimiter: createSharedLimiter(),
      log: logRequest,
      writer: createWriter(model, { after, log: logRequest }),
      sectionsAtATime,
      lessonPaths,
      inSpan: liveTelemetry.inSpan,
      createId,
      every,
      waitUntil,
      fallbackBudget,
      insights,
      random,
      sleep,
    }
  },
}
