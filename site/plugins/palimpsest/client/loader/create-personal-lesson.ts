import { sendRating, withdrawRating } from './send-rating.ts'
import type { PersonalLesson } from '../state/personal-lesson.ts'
import { ApiProblem } from '../transport/call-api.ts'
import { asLearner } from '../profile/as-learner.ts'
import { createLessonReception, type LessonReception } from './lesson-loader.ts'
import { isAtRest } from '../state/lesson-state.ts'
import { createLessonStore } from '../state/lesson-store.ts'
import { findRating } from '../storage/ratings.ts'
import type { ReceptionDeps } from './load-lesson.ts'
import { createSectionRetelling, type SectionRetelling } from './section-rewriter.ts'

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
