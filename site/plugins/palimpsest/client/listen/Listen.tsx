import { useEffect, type ReactNode } from 'react'
import { useOnDemand } from '../browser/use-on-demand.ts'
import type { SpokenSectionProps } from './SpokenSection.tsx'

const loadSpokenSection = () => import('./SpokenSection.tsx')

/** Offers to read a section aloud, once the device is found to have voices: browsers find them after the page is there. */
export default function Listen(props: SpokenSectionProps): ReactNode {
  const [Spoken, ask] = useOnDemand(loadSpokenSection)
  useEffect(() => {
    const speaker: SpeechSynthesis | undefined = window.speechSynthesis
    if (!speaker) {
      return
    }
    const look = (): void => {
      if (speaker.getVoices().length > 0) ask()
    }
    look()
    speaker.addEventListener('voiceschanged', look)
    return () => speaker.removeEventListener('voiceschanged', look)
  }, [ask])
  return Spoken && <Spoken {...props} />
}
