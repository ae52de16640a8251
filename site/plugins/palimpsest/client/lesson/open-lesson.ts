import site from 'palimpsest-site'
import type { PageLesson } from '../../remark/page-lesson.ts'
import { browserStorage } from '../browser-storage.ts'
import { siteApi } from '../calls/site-api.ts'
import { browserDevice } from '../device.ts'
import { keepPage } from '../kept/keep-page.ts'
import { browserKeptLessons } from '../kept/kept-lessons.ts'
import { keepPlace } from './keep-place.ts'
import { createPersonalLesson, type PersonalLesson } from './personal-lesson.ts'

/** Where the plugin puts the service worker. */
const worker = `${site.baseUrl}palimpsest-worker.js`

/** The personalized version of the lesson on this page, with everything that it needs of this browser. */
export function openLesson(page: PageLesson): PersonalLesson {
  const { find, store } = browserKeptLessons
  return createPersonalLesson({
    api: siteApi,
    page,
    storage: browserStorage,
    randomness: window.crypto,
    device: browserDevice,
    kept: { find, store: (slug, text) => store(slug, text).then(() => keepPage(worker)) },
    around: keepPlace,
  })
}
