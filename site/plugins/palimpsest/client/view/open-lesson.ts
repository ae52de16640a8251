import site from 'palimpsest-site'
import type { PersonalLesson } from '../state/personal-lesson.ts'
import type { PageLesson } from '../../lesson/page-lesson.ts'
import { browserStorage } from '../storage/browser-storage.ts'
import { siteApi } from '../transport/site-api.ts'
import { browserDevice } from '../browser/device.ts'
import { savePage } from '../offline/save-page.ts'
import { browserSavedLessons } from '../offline/saved-lessons.ts'
import { fetchNext } from '../loader/fetch-next.ts'
import { createFinishedVersions } from '../transport/finished-versions.ts'
import { keepPlace } from '../scroll/keep-place.ts'
import { findLeftPassage } from '../scroll/left-passage.ts'
import { lookAhead } from '../loader/look-ahead.ts'
import { findNextLesson, onTurnToNext } from '../loader/next-lesson.ts'
import { paceLesson } from '../scroll/pace-lesson.ts'
import { createPersonalLesson } from '../loader/create-personal-lesson.ts'
import { returnToPassage } from '../scroll/return-to-passage.ts'

/** Where the plugin puts the service worker. */
const worker = `${site.baseUrl}palimpsest-worker.js`

/** For as long as the reader goes from page to page. */
const versions = createFinishedVersions({ api: siteApi, device: browserDevice })

/** The personalized version of the lesson on this page, with everything that it needs of this browser. */
export function openLesson(page: PageLesson): PersonalLesson {
  const { find, store } = browserSavedLessons
  const lesson = createPersonalLesson({
    api: siteApi,
    page,
    storage: browserStorage,
    randomness: window.crypto,
    device: browserDevice,
    versions,
    saved: { find, store: (slug, text) => store(slug, text).then(() => savePage(worker)) },
  })
  const next = { storage: browserStorage, saved: browserSavedLessons, versions, findNext: findNextLesson }
  const reading = lookAhead(lesson, { device: browserDevice, onTurnToNext, fetchNext: () => fetchNext(next) })
  const passage = findLeftPassage()
  const paced = paceLesson(reading, {
    isNear: (section) => section === passage?.id || isNear(section),
    around: keepPlace,
    next: (run) => browserDevice.after(0, run),
  })
  const stopReturning = returnToPassage(paced, passage)
  return {
    ...paced,
    close() {
      stopReturning()
      paced.close()
    },
  }
}

/** Within half a window of what is seen; what has no place of its own on the page, as the note has not yet, is near. */
function isNear(section: string): boolean {
  const place = document.querySelector(`[data-section="${CSS.escape(section)}"]`)?.getBoundingClientRect()
  return !place || (place.bottom > -window.innerHeight / 2 && place.top < window.innerHeight * 1.5)
}
