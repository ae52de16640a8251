import { browserStorage } from '../storage/browser-storage.ts'
import { onReturn } from '../browser/listen.ts'
import { storageKeys } from '../storage/storage-keys.ts'

/** Listeners of the offers on this page, which disappear once one is accepted. */
const followers = new Set<() => void>()

export function followOffers(run: () => void): () => void {
  followers.add(run)
  const stop = onReturn(run)
  return () => {
    followers.delete(run)
    stop()
  }
}

/** The language of this reader's lessons, read without the questionnaire's schema, which this page has not loaded. */
function findLessonLanguage(): unknown {
  try {
    const { answers } = JSON.parse(browserStorage.getItem(storageKeys.profile) ?? 'null')
    return answers.preferred_language
  } catch {
    return undefined
  }
}

interface Languages {
  /** The page's. */
  readonly locale: string
  /** The author's. */
  readonly written: string
  /** What is shown is the author's text. */
  readonly asWritten: boolean
}

/**
 * Whether to offer the page's language: the reader's lessons and the text that is shown are in another.
 */
export function isOffered({ locale, written, asWritten }: Languages): boolean {
  const language = findLessonLanguage()
  return (asWritten ? written : language) !== locale && language !== locale
}

/** Sets the language of lessons from now on; the server learns it with the next one. Without a profile nothing changes. */
export function readLessonsIn(language: string): void {
  try {
    const { answers } = JSON.parse(browserStorage.getItem(storageKeys.profile) ?? 'null')
    const changed = { answers: { ...answers, preferred_language: language }, sent: false }
    browserStorage.setItem(storageKeys.profile, JSON.stringify(changed))
    followers.forEach((run) => run())
  } catch {
    // None, or one of an older page: the questions are asked, with this language chosen.
  }
}
