import { useEffect, useRef, useState, type ReactNode } from 'react'
import { announce } from '../messages/lesson-messages.ts'
import type { PersonalLesson } from '../state/personal-lesson.ts'
import { replaceShortcodes } from '../../lesson/shortcodes.ts'
import { useEmoji } from '../text/use-emoji.ts'

/** So long sections are gathered, in milliseconds, so that a screen reader is not flooded. */
const gatheringMs = 800

/** Tells a screen reader how the lesson comes in. */
export default function Announcer({ lesson }: { readonly lesson: PersonalLesson }): ReactNode {
  const told = useRef(lesson.getState())
  const [said, setSaid] = useState('')
  useEffect(() => {
    let gathering: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      gathering = undefined
      const state = lesson.getState()
      const news = announce(told.current, state)
      told.current = state
      if (news !== undefined) {
        setSaid(news)
      }
    }
    const leave = lesson.subscribe(() => {
      gathering ??= setTimeout(tell, gatheringMs)
    })
    return () => {
      clearTimeout(gathering)
      leave()
    }
  }, [lesson])
  return <output className="visually-hidden">{replaceShortcodes(said, useEmoji())}</output>
}
