import { useEffect, useRef, useState, type ReactNode } from 'react'
import { formatAnnouncement } from '../messages/lesson-messages.ts'
import type { PersonalLesson } from '../state/personal-lesson.ts'
import { replaceShortcodes } from '../../lesson/shortcodes.ts'
import { useEmoji } from '../text/lesson-markup.ts'

/** So long sections are gathered, in milliseconds, so that a screen reader is not flooded. */
const gatheringMs = 800

/** Announces to a screen reader how the lesson comes in. */
export default function Announcer({ lesson }: { readonly lesson: PersonalLesson }): ReactNode {
  const announced = useRef(lesson.getState())
  const [said, setSaid] = useState('')
  useEffect(() => {
    let gathering: ReturnType<typeof setTimeout> | undefined
    const announce = () => {
      gathering = undefined
      const state = lesson.getState()
      const news = formatAnnouncement(announced.current, state)
      announced.current = state
      if (news !== undefined) {
        setSaid(news)
      }
    }
    const leave = lesson.subscribe(() => {
      gathering ??= setTimeout(announce, gatheringMs)
    })
    return () => {
      clearTimeout(gathering)
      leave()
    }
  }, [lesson])
  return <output className="visually-hidden">{replaceShortcodes(said, useEmoji())}</output>
}
