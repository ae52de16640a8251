import type { LessonEvent } from '../state/reduce-lesson.ts'
import type { Answers } from '../../../../../lib/profile/index.ts'
import { ApiProblem } from '../transport/call-api.ts'
import type { Device } from '../browser/device.ts'
import { buildSavedLesson } from '../offline/build-saved-lesson.ts'
import { findSavedLesson } from '../offline/find-saved-lesson.ts'
import type { SavedLessons } from '../offline/saved-lessons.ts'
import type { KeyedStorage } from '../storage/browser-storage.ts'
import { asLearner, type LearnerServices } from '../profile/as-learner.ts'
import { askForSections, endedEarly } from '../transport/ask-for-sections.ts'
import { findChoices } from '../storage/choices.ts'
import { findVersionKey, type NamedLesson } from '../transport/find-version-key.ts'
import type { FinishedVersions } from '../transport/finished-versions.ts'
import { findLastStart, storeLastStart } from '../storage/last-start.ts'
import { isResolved, type LessonState } from '../state/lesson-state.ts'
import type { LessonStore } from '../state/lesson-store.ts'
import { pause } from './pause.ts'
import { planRetry } from './plan-retry.ts'

export interface LoaderServices extends LearnerServices {
  readonly device: Device
  readonly saved: SavedLessons
  readonly versions: FinishedVersions
  readonly page: NamedLesson
}

/** One request for a lesson. */
export interface LessonRequest extends Pick<LessonStore, 'getState' | 'dispatch'> {
  readonly answers: Answers
  readonly signal: AbortSignal
}

/**
 * Brings a lesson: what this device has of it, the finished version by its key, and what is missing from the function.
 *
 * @throws ApiProblem when something is missing and asking again by itself would not help.
 */
export async function loadLesson(deps: LoaderServices, request: LessonRequest): Promise<void> {
  if (request.getState().order.length === 0) {
    await loadEarlier(deps, request)
  }
  let tries = 0
  while (!request.signal.aborted && request.getState().phase !== 'done') {
    const resolved = countResolved(request.getState())
    try {
      await loadMissing(deps, request)
    } catch (error) {
      // Only tries that brought nothing count: a lesson that makes progress is never given up.
      tries = countResolved(request.getState()) > resolved ? 0 : tries
      await waitBeforeRetry(error, { deps, request, tries })
      tries += 1
    }
  }
}

interface Failure {
  readonly deps: LoaderServices
  readonly request: LessonRequest
  readonly tries: number
}

/** Waits before the next try, or throws the error if another try makes no sense. */
async function waitBeforeRetry(error: unknown, { deps: { device }, request, tries }: Failure): Promise<void> {
  const { signal, dispatch } = request
  const retry =
    error instanceof ApiProblem && !signal.aborted ? planRetry(error, { tries, online: device.isOnline() }) : undefined
  if (!retry) {
    throw error
  }
  dispatch({ type: 'interrupted', error: retry.error })
  await pause(device, { milliseconds: retry.milliseconds, signal })
}

/**
 * What was written before: saved on this device, or finished on the server for readers with the same answers. A saved lesson of
 * an earlier recipe is used until a newer version is finished: nothing is rewritten for somebody who already has a text.
 */
async function loadEarlier(deps: LoaderServices, { answers, signal, dispatch }: LessonRequest): Promise<void> {
  const { storage, device, saved, versions, page } = deps
  const lesson = await findSavedLesson({ storage, saved, page }, answers)
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

/** The server has since written for this device with another recipe. */
function isOutdated(recipe: string | undefined, storage: KeyedStorage): boolean {
  const last = findLastStart(storage)
  return recipe !== undefined && last !== undefined && last.recipe !== recipe
}

async function loadMissing(deps: LoaderServices, request: LessonRequest): Promise<void> {
  const { api, storage, device, saved, page } = deps
  const { answers, signal, getState, dispatch } = request
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
      await saveLesson({ saved, page, state: getState(), answers })
    }
  }
}

interface Saving extends Pick<LoaderServices, 'saved' | 'page'> {
  readonly state: LessonState
  readonly answers: Answers
}

/** Saves on this device what the page shows. */
export async function saveLesson({ saved, page, state, answers }: Saving): Promise<void> {
  const lesson = buildSavedLesson(state, page, answers)
  if (lesson) {
    await saved.store(page.slug, JSON.stringify(lesson))
  }
}

/** The ids still to be asked for; undefined for the whole lesson. */
function missingSections({ order, sections }: LessonState): string[] | undefined {
  const missing = order.map(({ id }) => id).filter((id) => !isResolved(sections[id]))
  return order.length === 0 ? undefined : missing
}

function countResolved({ order, sections }: LessonState): number {
  return order.filter(({ id }) => isResolved(sections[id])).length
}
