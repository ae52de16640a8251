import { translate } from '@docusaurus/Translate'
import { useState } from 'react'
import { problemMessage } from '../transport/messages.ts'
import { type Answers, transferCodePattern } from '../../../../../lib/profile/index.ts'
import { siteApi as api } from '../transport/site-api.ts'
import { browserStorage } from '../storage/browser-storage.ts'
import { dropSavedLessons } from '../offline/saved-lessons.ts'
import { usePageLanguage } from '../languages/use-page-language.ts'
import { adoptProfile } from './adopt-profile.ts'

export interface EnteredCode {
  readonly text: string
  readonly setText: (text: string) => void
  /** `asking`: whether the profile on this device may be replaced. */
  readonly phase: 'entering' | 'asking' | 'sending'
  readonly problem: string | undefined
  readonly submit: () => void
}

interface EnteredCodeOptions {
  readonly given: string | undefined
  readonly replaces: boolean
  readonly onAdopted: (answers: Answers) => void
}

const services = { api, storage: browserStorage, dropLessons: dropSavedLessons }

/** A code from the field to the profile that it brings; where there is one already, the reader is asked in between. */
export function useEnteredCode({ given = '', replaces, onAdopted }: EnteredCodeOptions): EnteredCode {
  const locale = usePageLanguage().code
  const [text, setText] = useState(given)
  const [phase, setPhase] = useState<EnteredCode['phase']>('entering')
  const [problem, setProblem] = useState<string>()
  const take = async () => {
    setPhase('sending')
    try {
      onAdopted(await adoptProfile(services, text))
    } catch (error) {
      setProblem(problemMessage(error, locale))
      setPhase('entering')
    }
  }
  const submit = () => {
    const isCode = transferCodePattern.test(text)
    setProblem(isCode ? undefined : notACode())
    if (isCode && replaces && phase === 'entering') {
      setPhase('asking')
    } else if (isCode) {
      void take()
    }
  }
  const change = (next: string) => {
    setText(next)
    setProblem(undefined)
  }
  return { text, setText: change, phase, problem, submit }
}

const notACode = () =>
  translate({ id: 'palimpsest.transfer.notACode', message: 'A code has twelve letters and digits.' })
