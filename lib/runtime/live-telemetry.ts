import { describeError } from '../errors/index.ts'
import type { FollowedRequest, InSpan, Telemetry } from '../telemetry/index.ts'
import { waitUntil } from '@vercel/functions'
import { log, wantsSpans } from './live-environment.ts'

/** Once it is loaded. */
let telemetry: Telemetry | undefined
let loading: Promise<Telemetry | undefined> | undefined

const inSpan: InSpan = (name, work, describe) => telemetry?.inSpan(name, work, describe) ?? work()

/** Spans, if the operator wants them: else the packages that make them are never even evaluated. */
export const liveTelemetry = {
  async followRequest(request: Request, route: string): Promise<FollowedRequest | undefined> {
    if (!wantsSpans()) return undefined
    telemetry = await (loading ??= load())
    return telemetry?.followRequest(request, route)
  },
  inSpan,
}

/** A reader's lesson does not depend on it. */
async function load(): Promise<Telemetry | undefined> {
  try {
    const { startTelemetry } = await import('../telemetry/start-telemetry.ts')
    return startTelemetry({ waitUntil, log })
  } catch (error) {
    log({ level: 'error', event: 'spans-not-started', ...describeError(error) })
    return undefined
  }
}
