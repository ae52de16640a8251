import { forYouSection, type WireEvent } from '../../../../../lib/rewrite/wire-events.ts'
import type { PageLesson } from '../../remark/page-lesson.ts'
import { ApiProblem, type Api } from '../calls/call-api.ts'
import type { KeyedStorage } from '../browser-storage.ts'
import { getLearnerId } from '../learner/learner-id.ts'
import { sendProfile } from '../learner/send-profile.ts'
import { findProfile, storeProfile, type StoredProfile } from '../learner/stored-profile.ts'
import { askForSections } from './ask-for-sections.ts'
import { findChoices, storeChoice, type Choice } from './choices.ts'
import { findVersion } from './find-version.ts'
import { findKnownKey, storeKnownKey } from './known-keys.ts'
import { isSettled, type LessonState, type Trouble } from './lesson-state.ts'
import { findRating, sendRating, type Rating } from './ratings.ts'
import { createLessonStore } from './lesson-store.ts'
import type { LessonAction } from './reduce-lesson.ts'
import { retellSection } from './retell-section.ts'

export interface PersonalLessonDeps {
  readonly api: Api
  readonly storage: KeyedStorage
  readonly randomness: Crypto
  readonly page: Pick<PageLesson, 'slug' | 'content_hash' | 'sections'>
  /** Runs a change of the page; the browser's keeps the reader's place meanwhile. */
  readonly around: (change: () => void) => void
}

/** One lesson's personalized version, as it comes in: a store that components subscribe to. */
export interface PersonalLesson {
  subscribe(listener: () => void): () => void
  getState(): LessonState
  /** Asks for the lesson, or for what is still missing of it. Does nothing while it is coming. */
  ask(): void
  /** Asks for the sections that the author has changed since this was written for the reader. */
  update(): void
  peek(section: string, peeked: boolean): void
  /** Has one section told anew, and remembers on this device how. What is not named is the lesson's own. */
  retell(section: string, choice: Choice): void
  /** Tells the server what the reader thinks of a section's rewrite. Rejects with an `ApiProblem`. */
  rate(section: string, rating: Rating): Promise<void>
  /** What the reader of this device has said of the rewrite that a section shows. */
  ratingOf(section: string): Rating | undefined
  /** Stops listening. The server finishes what it has begun. */
  close(): void
}

const lostProfile = new Set(['user-not-found', 'preferences-not-found'])

export function createPersonalLesson(deps: PersonalLessonDeps): PersonalLesson {
  const { api, storage, randomness } = deps
  const store = createLessonStore(deps.around)
  const { subscribe, getState, dispatch } = store
  const leaving = new AbortController()
  const { signal } = leaving
  let asking = false
  const ask = async (): Promise<void> => {
    if (asking || signal.aborted) {
      return
    }
    asking = true
    dispatch({ type: 'asked' })
    try {
      await receiveLesson(deps, { signal, getState, dispatch })
    } catch (error) {
      if (!signal.aborted) {
        dispatch({ type: 'stopped', trouble: troubleOf(error) })
      }
    }
    asking = false
  }
  const keyOf = (section: string): string | null => getState().sections[section]?.key ?? null
  return {
    subscribe,
    getState,
    ask: () => (getState().phase === 'done' ? undefined : void ask()),
    update() {
      if (getState().changed.length > 0) {
        dispatch({ type: 'updating' })
        void ask()
      }
    },
    peek: (section, peeked) => dispatch({ type: 'peeked', section, peeked }),
    retell: (section, choice) => void retell(deps, { section, choice, signal, dispatch }),
    async rate(section, rating) {
      const key = keyOf(section)
      if (key === null) {
        throw new ApiProblem('rewrite-not-found', 0, 'This section shows no rewrite that could be rated.')
      }
      await sendRating({ api, storage, learner: getLearnerId(storage, randomness) }, key, rating)
    },
    ratingOf(section) {
      const key = keyOf(section)
      return key === null ? undefined : findRating(storage, key)
    },
    close: () => leaving.abort(),
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
  const choices = findChoices(storage, page.slug)
  const ask = () => askForSections({ api, learner, page, sections, choices, signal }, receive)
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

interface Retelling extends Pick<Reception, 'signal' | 'dispatch'> {
  readonly section: string
  readonly choice: Choice
}

/** Remembers a choice only once there is a text for it: a reload then finds the same text. */
async function retell(deps: PersonalLessonDeps, { section, choice, signal, dispatch }: Retelling): Promise<void> {
  const { api, storage, randomness, page } = deps
  dispatch({ type: 'retelling', section })
  try {
    const learner = getLearnerId(storage, randomness)
    const telling = await retellSection({ api, learner, page, signal }, section, choice)
    storeChoice(storage, page.slug, section, choice)
    dispatch({ type: 'retold', section, telling })
  } catch (error) {
    if (!signal.aborted) {
      dispatch({ type: 'retelling-stopped', section, trouble: troubleOf(error) })
    }
  }
}

function troubleOf(error: unknown): Trouble {
  return error instanceof ApiProblem
    ? { code: error.code, message: error.message, retryable: true }
    : { code: 'ended-early', message: 'The connection broke off.', retryable: true }
}
