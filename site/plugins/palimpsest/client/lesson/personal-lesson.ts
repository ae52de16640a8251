import { ApiProblem } from '../calls/call-api.ts'
import { asLearner } from '../learner/as-learner.ts'
import type { Choice } from './choices.ts'
import { createLessonReception, type LessonReception } from './lesson-reception.ts'
import { isAtRest, type LessonState } from './lesson-state.ts'
import { createLessonStore } from './lesson-store.ts'
import { findRating, sendRating, withdrawRating, type Rating } from './ratings.ts'
import type { ReceptionDeps } from './receive-lesson.ts'
import { createSectionRetelling, type SectionRetelling } from './section-retelling.ts'

/** One lesson's personalized version, as it comes in: a store that components subscribe to. */
export interface PersonalLesson {
  subscribe(listener: () => void): () => void
  getState(): LessonState
  /**
   * Asks for the lesson, or for what is still missing of it; anew where the learner's answers are others by now. Does nothing while it is
   * coming, and when it is here.
   */
  ask(): void
  /** Asks for what is missing, and for the sections that were kept because of trouble that may have passed by now. */
  askAgain(): void
  /** Asks for the sections that the author has changed since this was written for the reader. */
  update(): void
  peek(section: string, peeked: boolean): void
  /** Has one section told anew, and remembers on this device how. What is not named is the lesson's own. */
  retell(section: string, choice: Choice): void
  /** Tells the server what the reader thinks of a section's rewrite. Rejects with an `ApiProblem`. */
  rate(section: string, rating: Rating): Promise<void>
  /** Takes back what the reader said of a section's rewrite. Rejects with an `ApiProblem`. */
  unrate(section: string): Promise<void>
  /** What the reader of this device has said of the rewrite that a section shows. */
  ratingOf(section: string): Rating | undefined
  /** Stops listening. The server finishes what it has begun. */
  close(): void
}

/** Asks anew where the learner's answers are others by now; says whether it did. */
function followAnswers(reception: LessonReception, retelling: Pick<SectionRetelling, 'stop'>): boolean {
  const changed = reception.check()
  if (changed) {
    retelling.stop()
  }
  return changed
}

export function createPersonalLesson(deps: ReceptionDeps): PersonalLesson {
  const { api, storage, device } = deps
  const store = createLessonStore()
  const { subscribe, getState, dispatch } = store
  const reception = createLessonReception(deps, store)
  const retelling = createSectionRetelling(deps, store)
  const stopWatching = device.onReturn(() => followAnswers(reception, retelling))
  const keyOf = (section: string): string | null => getState().sections[section]?.key ?? null
  const ratedKey = (section: string): string => {
    const key = keyOf(section)
    if (key === null) {
      throw new ApiProblem('rewrite-not-found', 0, 'This section shows no rewrite that could be rated.')
    }
    return key
  }
  return {
    subscribe,
    getState,
    ask() {
      if (!followAnswers(reception, retelling) && getState().phase !== 'done') {
        reception.ask()
      }
    },
    askAgain() {
      if (isAtRest(getState())) {
        dispatch({ type: 'reopened' })
        reception.askAnew()
      }
    },
    update() {
      if (getState().changed.length > 0) {
        dispatch({ type: 'updating' })
        reception.askAnew()
      }
    },
    peek: (section, peeked) => dispatch({ type: 'peeked', section, peeked }),
    retell: retelling.retell,
    async rate(section, rating) {
      const key = ratedKey(section)
      await asLearner(deps, (learner) => sendRating({ api, storage, learner }, key, rating))
    },
    async unrate(section) {
      const key = ratedKey(section)
      await asLearner(deps, (learner) => withdrawRating({ api, storage, learner }, key))
    },
    ratingOf(section) {
      const key = keyOf(section)
      return key === null ? undefined : findRating(storage, key)
    },
    close() {
      stopWatching()
      reception.stop()
      retelling.stop()
    },
  }
}
