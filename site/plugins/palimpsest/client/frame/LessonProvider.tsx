import { useHistory, useLocation } from '@docusaurus/router'
import useBaseUrl from '@docusaurus/useBaseUrl'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import type { PageLesson } from '../../lesson/page-lesson.ts'
import { browserStorage } from '../storage/browser-storage.ts'
import { listen, onReturn } from '../browser/listen.ts'
import { storageKeys } from '../storage/storage-keys.ts'
import { giveUpEarlyPlace } from '../page/early-script.ts'
import { LessonContext, views, type Personal, type PersonalView, type View } from '../page/lesson-context.ts'

interface LessonProviderProps {
  readonly page: PageLesson
  readonly titleInText: boolean
  readonly children: ReactNode
}

const hasProfile = () => browserStorage.getItem(storageKeys.profile) !== null

const viewIn = (search: string) => new URLSearchParams(search).get('view')

/** A view by its name; without a profile there is only the original. */
const readView = (name: string | null): View => views.find((view) => view === name && hasProfile()) ?? 'original'

interface PersonalAccess {
  readonly personal: Personal | undefined
  readonly unavailable: boolean
  /** Called before the view changes: remembers the reader's place, to be restored afterwards, and loads what the view needs. */
  readonly turnTo: (view: View) => void
  /** Drops the lesson: the device's learner was forgotten or is another one. */
  readonly drop: () => void
}

/** Fetches the personalized view's code when it is first turned to, and asks for the lesson. */
function usePersonal(page: PageLesson): PersonalAccess {
  const [personal, setPersonal] = useState<Personal>()
  const [unavailable, setUnavailable] = useState(false)
  const gone = useRef(false)
  const release = useRef<() => void>(undefined)
  const load = useCallback(async () => {
    try {
      const code: PersonalView = await import('../view/personal-view.ts')
      if (gone.current) {
        return
      }
      const lesson = code.openLesson(page)
      setUnavailable(false)
      release.current = code.holdReading()
      // Synchronously: otherwise the browser could restore the scroll position of a reload in between.
      flushSync(() => setPersonal({ view: code, lesson }))
    } catch {
      // The chunk did not arrive: the tab says so and offers another try.
      setUnavailable(true)
    }
  }, [page])
  const turnTo = useCallback(
    (view: View) => {
      release.current = personal?.view.holdReading()
      if (view === 'original') {
        giveUpEarlyPlace()
      } else if (personal) {
        personal.lesson.ask()
      } else {
        void load()
      }
    },
    [personal, load],
  )
  const drop = useCallback(() => setPersonal(undefined), [])
  useEffect(() => {
    gone.current = false
    // Asked only once its parts are on the page, so that what arrives moves nothing.
    personal?.lesson.ask()
    return () => {
      gone.current = true
      personal?.lesson.close()
    }
  }, [personal])
  useLayoutEffect(() => {
    release.current?.()
    release.current = undefined
  })
  return { personal, unavailable, turnTo, drop }
}

interface DeviceNews {
  /** Another tab made this device forget the learner: nothing of theirs may stay here or be stored again. */
  readonly forgotten: () => void
  /** The network is back: what could not be loaded is tried again. */
  readonly online: () => void
}

/** Calls back on what happens on the device. */
function useDeviceNews(news: DeviceNews): void {
  const latest = useRef(news)
  useEffect(() => void (latest.current = news))
  useEffect(() => {
    const stops = [
      onReturn(() => hasProfile() || latest.current.forgotten()),
      listen('online', () => latest.current.online()),
    ]
    return () => stops.forEach((stop) => stop())
  }, [])
}

/** Gives a lesson's page its views. What it adds to a page that shows the original is small on purpose. */
export default function LessonProvider({ page, titleInText, children }: LessonProviderProps): ReactNode {
  const history = useHistory()
  const { search } = useLocation()
  const questions = useBaseUrl('/onboarding')
  const [view, setView] = useState<View>('original')
  const { personal, unavailable, turnTo, drop } = usePersonal(page)

  const show = useCallback(
    (wanted: View) => {
      browserStorage.setItem(storageKeys.view, wanted)
      turnTo(wanted)
      setView(wanted)
    },
    [turnTo],
  )
  const choose = useCallback(
    (wanted: View) => {
      const { pathname, hash } = history.location
      if (wanted !== 'original' && !hasProfile()) {
        history.push(`${questions}?return=${encodeURIComponent(pathname)}`)
        return
      }
      show(wanted)
      history.replace({ pathname, hash, search: `?view=${wanted}` })
    },
    [history, questions, show],
  )
  useDeviceNews({
    forgotten() {
      if (personal || view !== 'original') {
        const { pathname, hash } = history.location
        turnTo('original')
        setView('original')
        drop()
        history.replace({ pathname, hash })
      }
    },
    online() {
      if (unavailable && view !== 'original') {
        turnTo(view)
      }
    },
  })
  // The address decides, then the last choice. Going back and forth on the same page changes the address alone.
  const followed = useRef<string>(undefined)
  useEffect(() => {
    if (followed.current === search || page.locked) {
      return
    }
    const arriving = followed.current === undefined
    followed.current = search
    const wanted = readView(viewIn(search) ?? (arriving ? browserStorage.getItem(storageKeys.view) : null))
    if (wanted !== view) {
      show(wanted)
    }
  }, [search, page.locked, show, view])

  const lesson = useMemo(
    () => ({ page, titleInText, view, choose, personal, unavailable }),
    [page, titleInText, view, choose, personal, unavailable],
  )
  return <LessonContext.Provider value={lesson}>{children}</LessonContext.Provider>
}
