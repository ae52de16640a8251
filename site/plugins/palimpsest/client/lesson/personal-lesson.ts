import { forYouSection, type WireEvent } from '../../../../../lib/rewrite/wire-events.ts'
import { ApiProblem, callApi, type Api } from '../calls/call-api.ts'
import type { KeyedStorage } from '../browser-storage.ts'
import { getLearnerId } from '../learner/learner-id.ts'
import { sendProfile } from '../learner/send-profile.ts'
import { findProfile, storeProfile, type StoredProfile } from '../learner/stored-profile.ts'
import { findVersion } from './find-version.ts'
import { findKnownKey, storeKnownKey } from './known-keys.ts'
import { askingLesson, isSettled, type LessonState, type Trouble } from './lesson-state.ts'
import { readEvents } from './read-events.ts'
import { reduceLesson, type LessonAction } from './reduce-lesson.ts'

/** What the page knows of its lesson. */
export interface PageLesson {
  readonly slug: string
  readonly content_hash: string
}

export interface PersonalLessonDeps {
  readonly api: Api
  readonly storage: KeyedStorage
  readonly randomness: Crypto
  readonly page: PageLesson
  /** Runs a change of the page; the browser's keeps the reader's place meanwhile. */
  readonly around: (change: () => void) => void
}

/** One lesson's personalized version, as it comes in: a store that components subscribe to. */
export interface PersonalLesson {
  subscribe(listener: () => void): () => void
  getState(): LessonState
  /** Asks for the lesson, or for what is still missing of it. Does nothing while it is coming. */
  ask(): void
  peek(section: string, peeked: boolean): void
  /** Stops listening. The server finishes what it has begun. */
  close(): void
}

const lostProfile = new Set(['user-not-found', 'preferences-not-found'])

export function createPersonalLesson(deps: PersonalLessonDeps): PersonalLesson {
  let state = askingLesson
  let under: AbortController | undefined
  const listeners = new Set<() => void>()
  const dispatch = (action: LessonAction): void => {
    state = reduceLesson(state, action)
    deps.around(() => {
      for (const listener of listeners) {
        listener()
      }
    })
  }
  const run = async (signal: AbortSignal): Promise<void> => {
    try {
      await receiveLesson(deps, { signal, getState: () => state, dispatch })
    } catch (error) {
      if (!signal.aborted) {
        dispatch({ type: 'stopped', trouble: troubleOf(error) })
      }
    }
  }
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getState: () => state,
    ask() {
      if (under && !under.signal.aborted && state.phase !== 'failed') {
        return
      }
      under = new AbortController()
      dispatch({ type: 'asked' })
      void run(under.signal)
    },
    peek: (section, peeked) => dispatch({ type: 'peeked', section, peeked }),
    close: () => under?.abort(),
  }
}

interface Reception {
  readonly signal: AbortSignal
  readonly getState: () => LessonState
  readonly dispatch: (action: LessonAction) => void
}

/** The way of one request: profile, finished version, and what is missing from the function. */
async function receiveLesson(deps: PersonalLessonDeps, reception: Reception): Promise<void> {
  const { api, storage, randomness, page } = deps
  const { signal, getState, dispatch } = reception
  const learner = getLearnerId(storage, randomness)
  const profile = await deliverProfile(deps, learner)
  const receive = (event: WireEvent): void => {
    if (event.event === 'lesson-start') {
      storeKnownKey(storage, { ...page, answers: profile.answers }, event.data.key)
    }
    dispatch({ type: 'received', event })
  }
  const key = getState().order.length === 0 ? findKnownKey(storage, { ...page, answers: profile.answers }) : undefined
  const version = key === undefined ? undefined : await findVersion(api, key, signal)
  version?.forEach(receive)
  const sections = version ? [forYouSection] : missingSections(getState())
  const ask = () => askForSections({ api, learner, page, sections, signal }, receive)
  try {
    await ask()
  } catch (error) {
    if (!(error instanceof ApiProblem && lostProfile.has(error.code))) {
      throw error
    }
    await sendProfile(api, learner, profile.answers)
    await ask()
  }
}

/** Sends the answers that the server has not accepted yet. */
async function deliverProfile({ api, storage }: PersonalLessonDeps, learner: string): Promise<StoredProfile> {
  const profile = findProfile(storage)
  if (!profile) {
    throw new ApiProblem('preferences-not-found', 0, 'There is no profile on this device.')
  }
  if (!profile.sent) {
    await sendProfile(api, learner, profile.answers)
    storeProfile(storage, { ...profile, sent: true })
  }
  return profile
}

/** The ids still to be asked for; undefined for the whole lesson. */
function missingSections({ order, sections }: LessonState): string[] | undefined {
  const missing = order.filter(({ id }) => !isSettled(sections[id])).map(({ id }) => id)
  return order.length === 0 || missing.length === 0 ? undefined : missing
}

interface SectionsCall {
  readonly api: Api
  readonly learner: string
  readonly page: PageLesson
  readonly sections: readonly string[] | undefined
  readonly signal: AbortSignal
}

async function askForSections(call: SectionsCall, receive: (event: WireEvent) => void): Promise<void> {
  const { api, learner, page, sections, signal } = call
  const response = await callApi(api, {
    method: 'POST',
    path: '/api/personalize',
    learner,
    accept: 'text/event-stream',
    body: { lesson_slug: page.slug, content_hash: page.content_hash, form: 'slots', ...(sections ? { sections } : {}) },
    signal,
  })
  if (!response.body) {
    throw new ApiProblem('unreachable', response.status, 'The server sent an empty answer.')
  }
  let last: WireEvent['event'] | undefined
  for await (const event of readEvents(response.body)) {
    last = event.event
    receive(event)
  }
  if (last !== 'lesson-end' && last !== 'error') {
    throw new ApiProblem('ended-early', 0, 'The connection ended before every section had arrived.')
  }
}

function troubleOf(error: unknown): Trouble {
  return error instanceof ApiProblem
    ? { code: error.code, message: error.message, retryable: true }
    : { code: 'ended-early', message: 'The connection broke off.', retryable: true }
}
