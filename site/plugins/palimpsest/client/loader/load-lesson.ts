import type { LessonEvent } from '../state/reduce-lesson.ts'
import type { Answers } from '../../../../../lib/profile/index.ts'
import { ApiProblem } from '../transport/call-api.ts'
import type { Device } from '../browser/device.ts'
import { buildKeptLesson } from '../offline/build-saved-lesson.ts'
import { findKept } from '../offline/find-saved-lesson.ts'
import type { KeptLessons } from '../offline/saved-lessons.ts'
import type { KeyedStorage } from '../storage/browser-storage.ts'
import { asLearner, type LearnerRim } from '../profile/as-learner.ts'
import { askForSections, endedEarly } from '../transport/ask-for-sections.ts'
import { findChoices } from '../storage/choices.ts'
import { findVersionKey, type NamedLesson } from '../transport/find-version-key.ts'
import type { FinishedVersions } from '../transport/finished-versions.ts'
import { findLastStart, storeLastStart } from '../storage/last-start.ts'
import { isSettled, type LessonState } from '../state/lesson-state.ts'
import type { LessonStore } from '../state/lesson-store.ts'
import { pause } from './pause.ts'
import { planRest } from './plan-retry.ts'

export interface ReceptionDeps extends LearnerRim {
  readonly device: Device
  readonly kept: KeptLessons
  readonly versions: FinishedVersions
  readonly page: NamedLesson
}

/** One asking for a lesson. */
export interface Reception extends Pick<LessonStore, 'getState' | 'dispatch'> {
  readonly answers: Answers
  readonly signal: AbortSignal
}

/**
 * Brings a lesson: what this device has of it, the finished version by its key, and what is missing from the function.
 *
 * @throws ApiProblem when something is missing and asking again by itself would not help.
 */
export async function receiveLesson(deps: ReceptionDeps, reception: Reception): Promise<void> {
  if (reception.getState().order.length === 0) {
    await receiveEarlier(deps, reception)
  }
  let tries = 0
  while (!reception.signal.aborted && reception.getState().phase !== 'done') {
    const settled = countSettled(reception.getState())
    try {
      await receiveMissing(deps, reception)
    } catch (error) {
      // Only tries that brought nothing count: a lesson that comes on is never given up.
      tries = countSettled(reception.getState()) > settled ? 0 : tries
      await restAfter(error, { deps, reception, tries })
      tries += 1
    }
  }
}

interface Failure {
  readonly deps: ReceptionDeps
  readonly reception: Reception
  readonly tries: number
}

/** Rests before the next try, where one makes sense; throws the error itself where it does not. */
async function restAfter(error: unknown, { deps: { device }, reception, tries }: Failure): Promise<void> {
  const { signal, dispatch } = reception
  const rest =
    error instanceof ApiProblem && !signal.aborted ? planRest(error, { tries, online: device.isOnline() }) : undefined
  if (!rest) {
    throw error
  }
  dispatch({ type: 'interrupted', trouble: rest.trouble })
  await pause(device, { milliseconds: rest.milliseconds, signal })
}

/**
 * What was written before: kept on this device, or finished on the server for whoever reads it as this reader does. What was kept
 * under an earlier recipe stands only until a newer version is finished: nothing is written again for somebody who has a text.
 */
async function receiveEarlier(deps: ReceptionDeps, { answers, signal, dispatch }: Reception): Promise<void> {
  const { storage, device, kept, versions, page } = deps
  const lesson = await findKept({ storage, kept, page }, answers)
  signal.throwIfAborted()
  const outdated = device.isOnline() && isOutdated(lesson?.recipe, storage)
  if (lesson && !outdated) {
    dispatch({ type: 'restored', lesson })
    return
  }
  const key = await findVersionKey(storage, page, answers)
  const events = key === undefined ? undefined : await versions.find(key, signal)
  if (key !== undefined && events) {
    dispatch({ type: 'found', key, events })
  } else if (lesson) {
    dispatch({ type: 'restored', lesson })
  }
}

/** The server has written for this device by another recipe since. */
function isOutdated(recipe: string | undefined, storage: KeyedStorage): boolean {
  const last = findLastStart(storage)
  return recipe !== undefined && last !== undefined && last.recipe !== recipe
}

async function receiveMissing(deps: ReceptionDeps, reception: Reception): Promise<void> {
  const { api, storage, device, kept, page } = deps
  const { answers, signal, getState, dispatch } = reception
  const choices = findChoices(storage, page.slug)
  const sections = missingSections(getState())
  const { found: version } = getState()
  const receive = (event: LessonEvent): void => {
    if (event.event === 'lesson-start') {
      storeLastStart(storage, event.data)
    }
    dispatch({ type: 'received', event })
  }
  try {
    await asLearner(deps, (learner) =>
      askForSections({ api, device, learner, page, sections, version, choices, signal }, receive),
    )
    if (getState().phase !== 'done') {
      throw endedEarly()
    }
  } finally {
    if (!signal.aborted) {
      await keepLesson({ kept, page, state: getState(), answers })
    }
  }
}

interface Keeping extends Pick<ReceptionDeps, 'kept' | 'page'> {
  readonly state: LessonState
  readonly answers: Answers
}

/** Keeps on this device what the page shows. */
export async function keepLesson({ kept, page, state, answers }: Keeping): Promise<void> {
  const lesson = buildKeptLesson(state, page, answers)
  if (lesson) {
    await kept.store(page.slug, JSON.stringify(lesson))
  }
}

/** The ids still to be asked for; undefined for the whole lesson. */
function missingSections({ order, sections }: LessonState): string[] | undefined {
  const missing = order.map(({ id }) => id).filter((id) => !isSettled(sections[id]))
  return order.length === 0 ? undefined : missing
}

function countSettled({ order, sections }: LessonState): number {
  return order.filter(({ id }) => isSettled(sections[id])).length
}
