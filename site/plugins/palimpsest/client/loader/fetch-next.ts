import type { PageLesson } from '../../lesson/page-lesson.ts'
import type { KeyedStorage } from '../storage/browser-storage.ts'
import { findSavedLesson } from '../offline/find-saved-lesson.ts'
import type { SavedLessons } from '../offline/saved-lessons.ts'
import { findProfile } from '../profile/stored-profile.ts'
import { findVersionKey } from '../transport/find-version-key.ts'
import type { FinishedVersions } from '../transport/finished-versions.ts'

interface NextDeps {
  readonly storage: KeyedStorage
  readonly saved: Pick<SavedLessons, 'find'>
  readonly versions: Pick<FinishedVersions, 'fetchAhead'>
  /** What the page of the next lesson knows of itself; undefined when what comes next is no lesson. */
  readonly findNext: () => Promise<PageLesson | undefined>
}

/**
 * Has the browser save the finished version of the lesson that comes next, if there is one for this reader and it is not on this
 * device. No model is asked, and nothing is written.
 */
export async function fetchNext({ storage, saved, versions, findNext }: NextDeps): Promise<void> {
  const [page, profile] = [await findNext(), findProfile(storage)]
  if (!page || page.locked || !profile || (await findSavedLesson({ storage, saved, page }, profile.answers))) {
    return
  }
  const key = await findVersionKey(storage, page, profile.answers)
  if (key !== undefined) {
    await versions.fetchAhead(key)
  }
}
