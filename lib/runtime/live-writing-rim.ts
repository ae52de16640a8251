import type { EndpointDeps, EndpointRim, LogEntry } from '../http/endpoint.ts'
import type { ServerTiming } from '../http/server-timing.ts'
import type { PersonalizeEndpointDeps } from '../http/endpoints/personalize.ts'
import { createWriter } from '../llm/create-writer.ts'
import { createInsights } from '../insights/insights.ts'
import { createAllowance } from '../spend/allowance.ts'
import { createSpans, type RequestSpans } from '../telemetry/create-spans.ts'
import { withSpans } from '../telemetry/with-spans.ts'
import { keepAlive } from './keep-alive.ts'
import { after, createId, every, log, randomBytes, readClock, sleep } from './live-environment.ts'
import { dataRim, getSettings } from './live-rim.ts'

/** One of each for all requests of this process. */
const allowance = createAllowance({ now: readClock, tokensPerHour: () => getSettings().limits.DAILY_TOKENS / 24 })
const insights = createInsights({ now: readClock })

/** The rim of the one function that asks a model. */
export const writingRim: EndpointRim<PersonalizeEndpointDeps & EndpointDeps> = {
  ...dataRim,
  createDeps: (requestId, timing) => {
    const { model, sectionsAtATime, telemetry } = getSettings()
    const logRequest = (entry: LogEntry): void => log({ ...entry, request_id: requestId })
    const writer = createWriter(model, { after, log: logRequest })
    const spans = telemetry && createSpans(telemetry, { now: readClock, randomBytes, fetch, log: logRequest })
    return {
      ...dataRim.createDeps(requestId, spans ? withStatementSpans(timing, spans) : timing),
      ...(spans && { hearLine: (line: LogEntry) => keepAlive(spans.send(line)) }),
      writer: spans ? withSpans(writer, spans, readClock) : writer,
      sectionsAtATime,
      createId,
      every,
      keepAlive,
      allowance,
      insights,
      sleep,
    }
  },
}

const withStatementSpans = (timing: ServerTiming, { add }: RequestSpans): ServerTiming => ({
  ...timing,
  addStatement(milliseconds) {
    timing.addStatement(milliseconds)
    const ended = readClock()
    add({ name: 'postgresql', began: ended - milliseconds, ended, attributes: { 'db.system.name': 'postgresql' } })
  },
})
