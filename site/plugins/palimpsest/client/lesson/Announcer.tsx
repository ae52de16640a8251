import { useEffect, useRef, useState, type ReactNode } from 'react'
import { announce } from './announce.ts'
import type { PersonalLesson } from './personal-lesson.ts'
import { replaceShortcodes } from './show-emoji.ts'
import { useEmoji } from './use-emoji.ts'

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
