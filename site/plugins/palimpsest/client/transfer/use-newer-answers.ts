import { useEffect } from 'react'
import type { Answers } from '../../../../../lib/profile/index.ts'
import { siteApi as api } from '../transport/site-api.ts'
import { browserStorage } from '../storage/browser-storage.ts'
import { findNewerAnswers } from './find-newer-answers.ts'

/** Looks once whether another device of this learner has changed the answers, and hands them on. */
export function useNewerAnswers(onNewer: (answers: Answers) => void): void {
  useEffect(() => {
    let gone = false
    const look = async (): Promise<void> => {
      const answers = await findNewerAnswers({ api, storage: browserStorage })
      if (answers && !gone) {
        onNewer(answers)
      }
    }
    void look()
    return () => {
      gone = true
    }
  }, [onNewer])
}
