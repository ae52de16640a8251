import { translate } from '@docusaurus/Translate'
import { useState } from 'react'
import { problemInWords } from '../transport/messages.ts'
import { type Answers, transferCodePattern } from '../../../../../lib/profile/index.ts'
import { siteApi as api } from '../transport/site-api.ts'
import { browserStorage } from '../storage/browser-storage.ts'
import { dropKeptLessons } from '../offline/saved-lessons.ts'
import { usePageLanguage } from '../languages/use-page-language.ts'
import { takeOverProfile } from './adopt-profile.ts'

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
  readonly onTaken: (answers: Answers) => void
}

const rim = { api, storage: browserStorage, dropLessons: dropKeptLessons }

/** A code from the field to the profile that it brings; where there is one already, the reader is asked in between. */
export function useEnteredCode({ given = '', replaces, onTaken }: EnteredCodeOptions): EnteredCode {
  const locale = usePageLanguage().code
  const [text, setText] = useState(given)
  const [phase, setPhase] = useState<EnteredCode['phase']>('entering')
  const [problem, setProblem] = useState<string>()
  const take = async () => {
    setPhase('sending')
    try {
      onTaken(await takeOverProfile(rim, text))
    } catch (error) {
      setProblem(problemInWords(error, locale))
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
