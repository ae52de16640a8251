import { findProfile, getProfile } from '../profile/stored-profile.ts'
import type { LessonStore } from '../state/lesson-store.ts'
import { isTransient, toLessonError } from './plan-retry.ts'
import { loadLesson, type LoaderServices } from './load-lesson.ts'

/** Loads one lesson: at most one request at a time. */
export interface LessonLoader {
  /** Does nothing while the lesson is coming. */
  ask(): void
  /** Asks for what is missing now, whatever was asked before. */
  askAnew(): void
  /** Asks anew when the learner's answers are no longer those that the lesson was asked with; says whether it did. */
  check(): boolean
  stop(): void
}

export function createLessonLoader(deps: LoaderServices, store: LessonStore): LessonLoader {
  const { getState, dispatch } = store
  let under: AbortController | undefined
  let stopAwaiting: (() => void) | undefined
  let askedWith: string | undefined
  const ask = async (): Promise<void> => {
    const { signal } = (under = new AbortController())
    stopAwaiting?.()
    dispatch({ type: 'asked' })
    try {
      const { answers } = getProfile(deps.storage)
      askedWith = JSON.stringify(answers)
      await loadLesson(deps, { getState, dispatch, answers, signal })
    } catch (error) {
      if (!signal.aborted) {
        dispatch({ type: 'stopped', error: toLessonError(error) })
        awaitNetwork(error)
      }
    }
    if (!signal.aborted) {
      under = undefined
    }
  }
  /** Asks again, once, when the network comes back, for what could not be loaded without it. */
  const awaitNetwork = (error: unknown): void => {
    if (isTransient(error)) {
      stopAwaiting = deps.device.onOnline(() => void ask())
    }
  }
  const askAnew = (): void => {
    under?.abort()
    void ask()
  }
  return {
    ask: () => (under ? undefined : void ask()),
    askAnew,
    check() {
      const profile = findProfile(deps.storage)
      const outdated = profile && askedWith !== undefined && JSON.stringify(profile.answers) !== askedWith
      if (outdated) {
        dispatch({ type: 'reset' })
        askAnew()
      }
      return outdated === true
    },
    stop() {
      stopAwaiting?.()
      under?.abort()
    },
  }
}
