import { useHistory, useLocation } from '@docusaurus/router'
import useBaseUrl from '@docusaurus/useBaseUrl'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { PageLesson } from '../../remark/page-lesson.ts'
import { useApi } from '../calls/use-api.ts'
import { browserStorage } from '../browser-storage.ts'
import { storageKeys } from '../storage-keys.ts'
import { giveUpEarlyPlace } from './set-view-early.ts'
import { LessonContext, views, type Personal, type View } from './lesson-context.ts'

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
  readonly ask: () => void
  /** Called before the view changes: the reader's place is put right after it has. */
  readonly hold: () => void
}

/** Fetches the personalized view's code on the first call, and asks for the lesson. */
function usePersonal(page: PageLesson): PersonalAccess {
  const api = useApi()
  const worker = useBaseUrl('/palimpsest-worker.js')
  const [personal, setPersonal] = useState<Personal>()
  const [unavailable, setUnavailable] = useState(false)
  const gone = useRef(false)
  const settle = useRef<() => void>(undefined)
  const load = useCallback(async () => {
    try {
      const code = await import('./personal-view.ts')
      if (gone.current) {
        return
      }
      const lesson = code.openLesson({ api, worker }, page)
      setUnavailable(false)
      settle.current = code.holdReading()
      setPersonal({ view: code, lesson })
    } catch {
      // The chunk did not arrive: the tab says so and offers another try.
      setUnavailable(true)
    }
  }, [api, page, worker])
  const ask = useCallback(() => (personal ? personal.lesson.ask() : void load()), [personal, load])
  useEffect(() => {
    gone.current = false
    // Asked once its parts stand on the page: what comes then moves nothing unseen.
    personal?.lesson.ask()
    return () => {
      gone.current = true
      personal?.lesson.close()
    }
  }, [personal])
  const hold = useCallback(() => {
    settle.current = personal?.view.holdReading()
  }, [personal])
  useLayoutEffect(() => {
    settle.current?.()
    settle.current = undefined
  })
  return { personal, unavailable, ask, hold }
}

/** Gives a lesson's page its views. What it adds to a page that shows the original is small on purpose. */
export default function LessonProvider({ page, titleInText, children }: LessonProviderProps): ReactNode {
  const history = useHistory()
  const location = useLocation()
  const questions = useBaseUrl('/onboarding')
  const [view, setView] = useState<View>('original')
  const { personal, unavailable, ask, hold } = usePersonal(page)

  const show = useCallback(
    (wanted: View) => {
      browserStorage.setItem(storageKeys.view, wanted)
      hold()
      setView(wanted)
      if (wanted === 'original') {
        giveUpEarlyPlace()
      } else {
        ask()
      }
    },
    [ask, hold],
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
  // The address decides, then the last choice. Going back and forth on the same page changes the address alone.
  const followed = useRef<string>(undefined)
  useEffect(() => {
    if (followed.current === location.search || page.locked) {
      return
    }
    const arriving = followed.current === undefined
    followed.current = location.search
    const wanted = readView(viewIn(location.search) ?? (arriving ? browserStorage.getItem(storageKeys.view) : null))
    if (wanted !== view) {
      show(wanted)
    }
  }, [location.search, page.locked, show, view])

  const lesson = useMemo(
    () => ({ page, titleInText, view, choose, personal, unavailable }),
    [page, titleInText, view, choose, personal, unavailable],
  )
  return <LessonContext.Provider value={lesson}>{children}</LessonContext.Provider>
}
