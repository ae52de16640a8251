import { translate } from '@docusaurus/Translate'
import { useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { directionOf } from '../languages/direction-of.ts'
import { ReaderAloud } from './reader-aloud.ts'
import { readSentencesOf, type SpokenSentence } from './read-sentences-of.ts'
import styles from './listen.module.css'

export interface ListenButtonProps {
  readonly section: string
  readonly language: string
}

/** One voice for the whole page. */
const reader = new ReaderAloud()

const codeWords: Readonly<Record<string, string>> = { en: 'Code is on the page.', ur: 'یہاں صفحے پر code ہے۔' }

/** Starts, pauses and resumes reading one section aloud; meanwhile a bar at the foot of the window can stop it. */
export default function ListenButton({ section, language }: ListenButtonProps): ReactNode {
  const state = useSyncExternalStore(reader.subscribe, reader.getState, reader.getState)
  const button = useRef<HTMLButtonElement>(null)
  const active = state.section === section
  useEffect(
    () => () => {
      if (reader.getState().section === section) reader.stop()
    },
    [section],
  )
  const press = (): void => {
    if (!active) reader.read({ section, language, sentences: findSentences(button.current, section, language) })
    else if (state.paused) reader.resume()
    else reader.pause()
  }
  const stop = (): void => {
    reader.stop()
    button.current?.focus()
  }
  const label = active && !state.paused ? pauseLabel : active ? resumeLabel : listenLabel
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-label={label}
        title={label}
        data-active={active || undefined}
        data-text={directionOf(language)}
        onClick={press}
        onKeyDown={({ key }) => key === 'Escape' && stop()}
      >
        <Icon playing={active && !state.paused} />
      </button>
      {active &&
        createPortal(
          <div role="group" aria-label={barLabel} className={styles.bar}>
            <span>{state.paused ? pausedText : barLabel}</span>
            <button type="button" className="button-text" onClick={press}>
              {state.paused ? resumeLabel : pauseLabel}
            </button>
            <button type="button" className="button-text" onClick={stop}>
              {stopLabel}
            </button>
          </div>,
          document.body,
        )}
    </>
  )
}

const listenLabel = translate({ id: 'palimpsest.listen.start', message: 'Listen to this section' })
const pauseLabel = translate({ id: 'palimpsest.listen.pause', message: 'Pause' })
const resumeLabel = translate({ id: 'palimpsest.listen.resume', message: 'Resume' })
const stopLabel = translate({ id: 'palimpsest.listen.stop', message: 'Stop' })
const barLabel = translate({ id: 'palimpsest.listen.reading', message: 'Reading aloud' })
const pausedText = translate({ id: 'palimpsest.listen.paused', message: 'Paused' })

/** The section's heading, where it has one, and its text. Of a heading in two languages, that in the text's. */
function findSentences(button: HTMLElement | null, id: string, language: string): SpokenSentence[] {
  const title = document.getElementById(id)
  const heading = title?.matches('h2, h3') ? (title.querySelector(`[lang="${language}"]`) ?? title) : undefined
  const texts = button?.closest('[data-section]')?.querySelectorAll('[data-spoken]') ?? []
  const parts = [...(heading ? [heading] : []), ...texts]
  const codeWord = codeWords[language] ?? codeWords['en'] ?? ''
  return parts.flatMap((part) => readSentencesOf(part, { language, codeWord }))
}

function Icon({ playing }: { readonly playing: boolean }): ReactNode {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" fill="currentColor" aria-hidden="true">
      {playing ? (
        <path d="M4 3h3v10H4zM9 3h3v10H9z" />
      ) : (
        <path d="M2 6v4h2.5L8 13V3L4.5 6zM10 5.2a4 4 0 0 1 0 5.6l.8.8a5.1 5.1 0 0 0 0-7.2zM12 3.2a6.8 6.8 0 0 1 0 9.6l.8.8a7.9 7.9 0 0 0 0-11.2z" />
      )}
    </svg>
  )
}
