import type { PageLesson } from '../../lesson/page-lesson.ts'
import type { Answers } from '../../../../../lib/profile/index.ts'
import type { KeyedStorage } from '../storage/browser-storage.ts'
import { findChoices } from '../storage/choices.ts'
import type { Restored } from '../state/reduce-lesson.ts'
import { parseSavedLesson } from './saved-lesson.ts'
import type { SavedLessons } from './saved-lessons.ts'
import { restoreSavedLesson } from './restore-saved-lesson.ts'

interface SavedLessonSources {
  readonly storage: KeyedStorage
  readonly saved: Pick<SavedLessons, 'find'>
  readonly page: Pick<PageLesson, 'slug' | 'sections'>
}

/** What this device has saved of a lesson for these answers, as the page can show it today; undefined when that is nothing. */
export async function findSavedLesson(
  { storage, saved, page }: SavedLessonSources,
  answers: Answers,
): Promise<Restored | undefined> {
  const lesson = parseSavedLesson(await saved.find(page.slug))
  return lesson && restoreSavedLesson(lesson, page, { answers, choices: findChoices(storage, page.slug) })
}
