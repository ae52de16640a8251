import { sendRating, withdrawRating } from './send-rating.ts'
import type { PersonalLesson } from '../state/personal-lesson.ts'
import { ApiProblem } from '../transport/call-api.ts'
import { asLearner } from '../profile/as-learner.ts'
import { createLessonLoader, type LessonLoader } from './lesson-loader.ts'
import { isAtRest } from '../state/lesson-state.ts'
import { createLessonStore } from '../state/lesson-store.ts'
import { findRating } from '../storage/ratings.ts'
import type { LoaderServices } from './load-lesson.ts'
import { createSectionRewriter, type SectionRewriter } from './section-rewriter.ts'

/** Asks anew where the learner's answers are others by now; says whether it did. */
function followAnswers(loader: LessonLoader, rewriter: Pick<SectionRewriter, 'stop'>): boolean {
  const changed = loader.check()
  if (changed) {
    rewriter.stop()
  }
  return changed
}

export function createPersonalLesson(deps: LoaderServices): PersonalLesson {
  const { api, storage, device } = deps
  const store = createLessonStore()
  const { subscribe, getState, dispatch } = store
  const loader = createLessonLoader(deps, store)
  const rewriter = createSectionRewriter(deps, store)
  const stopWatching = device.onReturn(() => followAnswers(loader, rewriter))
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
      if (!followAnswers(loader, rewriter) && getState().phase !== 'done') {
        loader.ask()
      }
    },
    askAgain() {
      if (isAtRest(getState())) {
        dispatch({ type: 'reopened' })
        loader.askAnew()
      }
    },
    update() {
      if (getState().changed.length > 0) {
        dispatch({ type: 'updating' })
        loader.askAnew()
      }
    },
    showOriginal: (section, shown) => dispatch({ type: 'original-shown', section, shown }),
    rewrite: rewriter.rewrite,
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
      loader.stop()
      rewriter.stop()
    },
  }
}
