import { describeError } from '../errors/index.ts'
import type { FollowedRequest, InSpan, Telemetry } from '../telemetry/index.ts'
import { waitUntil } from '@vercel/functions'
import { log, wantsSpans } from './live-environment.ts'

/** Set once it is loaded. */
let telemetry: Telemetry | undefined
let loading: Promise<Telemetry | undefined> | undefined

const inSpan: InSpan = (name, work, describe) => telemetry?.inSpan(name, work, describe) ?? work()

/** Creates spans if the operator wants them; otherwise the packages are not even loaded. */
export const liveTelemetry = {
  async followRequest(request: Request, route: string): Promise<FollowedRequest | undefined> {
    if (!wantsSpans()) return undefined
    telemetry = await (loading ??= load())
    return telemetry?.followRequest(request, route)
  },
  inSpan,
}

/** Loads the packages; undefined if that fails, since a reader's lesson does not depend on them. */
async function load(): Promise<Telemetry | undefined> {
  try {
    const { startTelemetry } = await import('../telemetry/start-telemetry.ts')
    return startTelemetry({ waitUntil, log })
  } catch (error) {
    log({ level: 'error', event: 'spans-not-started', ...describeError(error) })
    return undefined
  }
}
