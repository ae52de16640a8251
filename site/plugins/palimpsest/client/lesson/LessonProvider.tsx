import { useHistory, useLocation } from '@docusaurus/router'
import useBaseUrl from '@docusaurus/useBaseUrl'
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { PageLesson } from '../../remark/page-lesson.ts'
import { useApi } from '../calls/use-api.ts'
import { browserStorage } from '../browser-storage.ts'
import { storageKeys } from '../storage-keys.ts'
import { LessonContext, type Personal, type View } from './lesson-context.ts'

interface LessonProviderProps {
  readonly page: PageLesson
  readonly titleInText: boolean
  readonly children: ReactNode
}

const hasProfile = () => browserStorage.getItem(storageKeys.profile) !== null

/** Which view a reader arrives in: the address decides, then the last choice; without a profile it is the original. */
function arrivingView(search: string): View {
  const wanted = new URLSearchParams(search).get('view') ?? browserStorage.getItem(storageKeys.view)
  return wanted === 'personalized' && hasProfile() ? 'personalized' : 'original'
}

/** Fetches the personalized view's code on the first call, and asks for the lesson. */
function usePersonal(page: PageLesson): { personal: Personal | undefined; unavailable: boolean; ask: () => void } {
  const api = useApi()
  const [personal, setPersonal] = useState<Personal>()
  const [unavailable, setUnavailable] = useState(false)
  const gone = useRef(false)
  const load = useCallback(async () => {
    try {
      const view = await import('./personal-view.ts')
      if (gone.current) {
        return
      }
      const { createPersonalLesson, keepPlace } = view
      const rim = { api, storage: browserStorage, randomness: window.crypto, around: keepPlace }
      const lesson = createPersonalLesson({ ...rim, page })
      setUnavailable(false)
      setPersonal({ view, lesson })
      lesson.ask()
    } catch {
      // The chunk did not arrive: the tab says so and offers another try.
      setUnavailable(true)
    }
  }, [api, page])
  const ask = useCallback(() => (personal ? personal.lesson.ask() : void load()), [personal, load])
  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
      personal?.lesson.close()
    }
  }, [personal])
  return { personal, unavailable, ask }
}

/** Gives a lesson's page its two views. What it adds to a page that shows the original is small on purpose. */
export default function LessonProvider({ page, titleInText, children }: LessonProviderProps): ReactNode {
  const history = useHistory()
  const location = useLocation()
  const questions = useBaseUrl('/onboarding')
  const [view, setView] = useState<View>('original')
  const { personal, unavailable, ask } = usePersonal(page)

  const choose = useCallback(
    (wanted: View) => {
      const { pathname, hash } = history.location
      if (wanted === 'personalized' && !hasProfile()) {
        history.push(`${questions}?return=${encodeURIComponent(pathname)}`)
        return
      }
      browserStorage.setItem(storageKeys.view, wanted)
      setView(wanted)
      history.replace({ pathname, hash, search: wanted === 'personalized' ? '?view=personalized' : '' })
      if (wanted === 'personalized') {
        ask()
      }
    },
    [ask, history, questions],
  )
  const arrived = useRef(false)
  useEffect(() => {
    if (!arrived.current && !page.locked && arrivingView(location.search) === 'personalized') {
      browserStorage.setItem(storageKeys.view, 'personalized')
      setView('personalized')
      ask()
    }
    arrived.current = true
  }, [ask, location.search, page.locked])

  const lesson = useMemo(
    () => ({ page, titleInText, view, choose, personal, unavailable }),
    [page, titleInText, view, choose, personal, unavailable],
  )
  return <LessonContext.Provider value={lesson}>{children}</LessonContext.Provider>
}
