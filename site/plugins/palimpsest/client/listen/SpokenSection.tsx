import { useSyncExternalStore, type ReactNode } from 'react'
import { useLesson } from '../page/lesson-context.ts'
import { useSection } from '../page/use-section.ts'
import ListenButton from './ListenButton.tsx'
import { findVoice, onVoicesChange } from './voices.ts'

export interface SpokenSectionProps {
  readonly section: string
}

/** Reads a section aloud, in the text that is shown. There only where the device has a voice for its language. */
export default function SpokenSection({ section: id }: SpokenSectionProps): ReactNode {
  const language = useShownLanguage(id)
  const spoken = useSyncExternalStore(
    onVoicesChange,
    () => language !== undefined && findVoice(language) !== undefined,
    () => false,
  )
  return spoken && language !== undefined && <ListenButton key={language} section={id} language={language} />
}

/** The language of the text that a section shows; of two, the reader's; undefined while it is being replaced. */
function useShownLanguage(id: string): string | undefined {
  const written = useLesson()?.page.language
  const { view, personal, section } = useSection(id)
  if (
    view === 'original' ||
    !section ||
    section.phase === 'original' ||
    section.phase === 'changed' ||
    section.originalShown
  ) {
    return written
  }
  return section.phase === 'rewritten' ? personal?.lesson.getState().language : undefined
}
