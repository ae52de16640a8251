import type { EndpointDeps, EndpointRim } from '../http/endpoint.ts'
import type { PersonalizeEndpointDeps } from '../http/endpoints/personalize.ts'
import { createWriter } from '../llm/create-writer.ts'
import { createInsights } from '../insights/insights.ts'
import { createAllowance } from '../spend/allowance.ts'
import { keepAlive } from './keep-alive.ts'
import { after, createId, every, log, readClock, sleep } from './live-environment.ts'
import { dataRim, getSettings } from './live-rim.ts'

/** One of each for all requests of this process. */
const allowance = createAllowance({ now: readClock, tokensPerHour: () => getSettings().limits.DAILY_TOKENS / 24 })
const insights = createInsights({ now: readClock })

/** The rim of the one function that asks a model. */
export const writingRim: EndpointRim<PersonalizeEndpointDeps & EndpointDeps> = {
  ...dataRim,
  createDeps: (requestId, timing) => {
    const { model, sectionsAtATime } = getSettings()
    return {
      ...dataRim.createDeps(requestId, timing),
      writer: createWriter(model, { after, log: (entry) => log({ ...entry, request_id: requestId }) }),
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
