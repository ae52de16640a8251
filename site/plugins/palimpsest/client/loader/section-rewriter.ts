import { troubleOf } from './plan-retry.ts'
import { getProfile } from '../profile/stored-profile.ts'
import { asLearner } from '../profile/as-learner.ts'
import { storeChoice, type Choice } from '../storage/choices.ts'
import type { LessonStore } from '../state/lesson-store.ts'
import { keepLesson, type ReceptionDeps } from './load-lesson.ts'
import { retellSection } from '../transport/rewrite-section.ts'

/** Sections told anew, each by a call of its own. */
export interface SectionRetelling {
  retell(section: string, choice: Choice): void
  stop(): void
}

export function createSectionRetelling(deps: ReceptionDeps, { getState, dispatch }: LessonStore): SectionRetelling {
  const { api, device, page, storage } = deps
  const under = new Map<string, AbortController>()
  const retell = async (section: string, choice: Choice): Promise<void> => {
    under.get(section)?.abort()
    const controller = new AbortController()
    const { signal } = controller
    under.set(section, controller)
    dispatch({ type: 'retelling', section })
    try {
      const profile = getProfile(storage)
      const call = (learner: string) => retellSection({ api, device, page, learner, signal }, section, choice)
      const telling = await asLearner(deps, call)
      signal.throwIfAborted()
      // Only once there is a text for it: a reload then finds what is shown now.
      storeChoice(storage, page.slug, section, choice)
      dispatch({ type: 'retold', section, telling })
      await keepLesson({ ...deps, state: getState(), answers: profile.answers })
    } catch (error) {
      if (!signal.aborted) {
        dispatch({ type: 'retelling-stopped', section, trouble: troubleOf(error) })
      }
    }
  }
  return {
    retell: (section, choice) => void retell(section, choice),
    stop: () => under.forEach((each) => each.abort()),
  }
}
