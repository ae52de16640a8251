import * as v from 'valibot'
import { ApiProblem, callApi, type Api } from '../transport/call-api.ts'
import type { KeyedStorage } from '../storage/browser-storage.ts'
import { storageKeys } from '../storage/storage-keys.ts'
import { findLearnerId } from './learner-id.ts'

const answerSchema = v.object({ deleted_count: v.number() })

export interface ClearingServices {
  readonly api: Api
  readonly storage: KeyedStorage
  readonly dropLessons: () => Promise<void>
}

/**
 * Asks the server to drop this learner's versions, drops those on the device, and says how many there were; undefined on a device
 * without a learner.
 */
export async function clearVersions({ api, storage, dropLessons }: ClearingServices): Promise<number | undefined> {
  const learner = findLearnerId(storage)
  if (learner === undefined) {
    return undefined
  }
  const response = await callApi(api, { method: 'DELETE', path: '/api/personalize/cache', learner })
  const answer = v.safeParse(answerSchema, await response.json().catch(() => undefined))
  if (!answer.success) {
    throw new ApiProblem('unreachable', response.status, 'The server gave no usable answer.')
  }
  storage.removeItem(storageKeys.rewrites)
  storage.removeItem(storageKeys.choices)
  await dropLessons()
  return answer.output.deleted_count
}
