import * as v from 'valibot'
import { type Answers, answersSchema } from '../../../../../lib/profile/index.ts'
import { callApi, type Api } from '../transport/call-api.ts'
import type { KeyedStorage } from '../storage/browser-storage.ts'
import { changedAnswers } from '../profile/changed-answers.ts'
import { findLearnerId } from '../profile/learner-id.ts'
import { findProfile } from '../profile/stored-profile.ts'

/**
 * The answers as another device of this learner has changed them. Undefined when they are the same, when this device has answers
 * that are not sent yet or are changed meanwhile, and when the server does not say.
 */
export async function findNewerAnswers(services: {
  readonly api: Api
  readonly storage: KeyedStorage
}): Promise<Answers | undefined> {
  const { api, storage } = services
  const [learner, before] = [findLearnerId(storage), findProfile(storage)]
  if (learner === undefined || !before?.sent) {
    return undefined
  }
  const newer = await fetchAnswers(api, learner)
  const after = findProfile(storage)
  const untouched = after?.sent === true && isSame(before.answers, after.answers)
  return newer && untouched && !isSame(after.answers, newer) ? newer : undefined
}

async function fetchAnswers(api: Api, learner: string): Promise<Answers | undefined> {
  try {
    const response = await callApi(api, { method: 'GET', path: '/api/user/preferences', learner })
    const answers = v.safeParse(answersSchema, await response.json())
    return answers.success ? answers.output : undefined
  } catch {
    return undefined
  }
}

const isSame = (one: Answers, other: Answers): boolean => Object.keys(changedAnswers(one, other)).length === 0
