import { toLessonError } from './plan-retry.ts'
import { getProfile } from '../profile/stored-profile.ts'
import { asLearner } from '../profile/as-learner.ts'
import { storeChoice, type Choice } from '../storage/choices.ts'
import type { LessonStore } from '../state/lesson-store.ts'
import { saveLesson, type LoaderServices } from './load-lesson.ts'
import { rewriteSection } from '../transport/rewrite-section.ts'

/** Sections rewritten one by one, each by a call of its own. */
export interface SectionRewriter {
  rewrite(section: string, choice: Choice): void
  stop(): void
}

export function createSectionRewriter(deps: LoaderServices, { getState, dispatch }: LessonStore): SectionRewriter {
  const { api, device, page, storage } = deps
  const under = new Map<string, AbortController>()
  const start = async (section: string, choice: Choice): Promise<void> => {
    under.get(section)?.abort()
    const controller = new AbortController()
    const { signal } = controller
    under.set(section, controller)
    dispatch({ type: 'rewriting', section })
    try {
      const profile = getProfile(storage)
      const call = (learner: string) => rewriteSection({ api, device, page, learner, signal }, section, choice)
      const rewrite = await asLearner(deps, call)
      signal.throwIfAborted()
      // Only once there is a text for it: a reload then finds what is shown now.
      storeChoice(storage, page.slug, section, choice)
      dispatch({ type: 'rewritten', section, rewrite })
      await saveLesson({ ...deps, state: getState(), answers: profile.answers })
    } catch (error) {
      if (!signal.aborted) {
        dispatch({ type: 'rewriting-failed', section, error: toLessonError(error) })
      }
    }
  }
  return {
    rewrite: (section, choice) => void start(section, choice),
    stop: () => under.forEach((each) => each.abort()),
  }
}
