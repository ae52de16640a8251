import type { KeyedStorage } from '../storage/browser-storage.ts'
import { ApiProblem, type Api, sendCall } from '../transport/call-api.ts'
import { findLearnerId } from './learner-id.ts'

export interface ForgettingServices {
  readonly api: Api
  readonly storage: Pick<KeyedStorage, 'getItem'>
  /** Each removes one kind of what is on the device. */
  readonly drops: readonly (() => void | Promise<void>)[]
}

/**
 * Removes everything this site has stored on the device, and has the server erase the learner. The device is first, so that no other tab
 * sends what it still has to a server that has just forgotten it. False when the server did not erase.
 */
export async function forgetLearner({ api, storage, drops }: ForgettingServices): Promise<boolean> {
  const learner = findLearnerId(storage)
  await Promise.all(drops.map(async (drop) => drop()))
  return learner === undefined || eraseOnServer(api, learner)
}

async function eraseOnServer(api: Api, learner: string): Promise<boolean> {
  try {
    await sendCall(api, { method: 'DELETE', path: '/api/user/me', learner })
    return true
  } catch (error) {
    return error instanceof ApiProblem && error.code === 'user-not-found'
  }
}
