import { useEffect, useState, useSyncExternalStore, type ComponentType, type ReactNode } from 'react'
import { useLesson } from '../../lesson/lesson-context.ts'
import { useSection } from '../../lesson/use-section.ts'
import type { ListenButtonProps } from './ListenButton.tsx'
import { findVoice, onVoicesChange } from './voices.ts'

/**
 * Reads a section aloud, in the text that is shown. There only where the device has a voice for its language; the rest is
 * fetched then.
 */
export default function Listen({ section: id }: { readonly section: string }): ReactNode {
  const language = useShownLanguage(id)
  const spoken = useSyncExternalStore(
    onVoicesChange,
    () => language !== undefined && findVoice(language) !== undefined,
    () => false,
  )
  const [Button, setButton] = useState<ComponentType<ListenButtonProps>>()
  useEffect(() => {
    if (spoken) {
      import('./ListenButton.tsx').then(
        (loaded) => setButton(() => loaded.default),
        // No network: the text can be read all the same.
        () => undefined,
      )
    }
  }, [spoken])
  return spoken && language !== undefined && Button && <Button key={language} section={id} language={language} />
}

/** The language of the one text that a section shows; undefined while it changes, or where there are two. */
function useShownLanguage(id: string): string | undefined {
  const written = useLesson()?.page.language
  const { view, personal, section } = useSection(id)
  if (view === 'side-by-side') {
    return undefined
  }
  if (view === 'original' || !section || section.phase === 'kept' || section.phase === 'changed' || section.peeked) {
    return written
  }
  return section.phase === 'rewritten' ? personal?.lesson.getState().language : undefined
}
