import type { PageLesson } from '../../lesson/page-lesson.ts'
import type { Answers } from '../../../../../lib/profile/index.ts'
import type { KeyedStorage } from '../storage/browser-storage.ts'
import { findChoices } from '../storage/choices.ts'
import type { Restored } from '../state/reduce-lesson.ts'
import { parseKeptLesson } from './saved-lesson.ts'
import type { KeptLessons } from './saved-lessons.ts'
import { restoreKeptLesson } from './restore-saved-lesson.ts'

interface KeptOf {
  readonly storage: KeyedStorage
  readonly kept: Pick<KeptLessons, 'find'>
  readonly page: Pick<PageLesson, 'slug' | 'sections'>
}

/** What this device has kept of a lesson for these answers, as the page can show it today; undefined when that is nothing. */
export async function findKept({ storage, kept, page }: KeptOf, answers: Answers): Promise<Restored | undefined> {
  const lesson = parseKeptLesson(await kept.find(page.slug))
  return lesson && restoreKeptLesson(lesson, page, { answers, choices: findChoices(storage, page.slug) })
}
