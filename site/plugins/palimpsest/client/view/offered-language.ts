import { browserStorage } from '../storage/browser-storage.ts'
import { onReturn } from '../browser/listen.ts'
import { storageKeys } from '../storage/storage-keys.ts'

/** The offers on this page, which are over once one is taken. */
const followers = new Set<() => void>()

export function followOffers(run: () => void): () => void {
  followers.add(run)
  const stop = onReturn(run)
  return () => {
    followers.delete(run)
    stop()
  }
}

/** The language that this reader's lessons are in, as far as a page knows it that has not fetched the questionnaire. */
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
 * Whether a reader should be offered to read in the page's language: their lessons are in another one, and what is shown is, too.
 */
export function isOffered({ locale, written, asWritten }: Languages): boolean {
  const language = findLessonLanguage()
  return (asWritten ? written : language) !== locale && language !== locale
}

/** Has lessons come in this language from now on; the server hears of it with the next one. Without a profile nothing changes. */
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
