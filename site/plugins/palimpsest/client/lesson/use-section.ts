import { useCallback, useSyncExternalStore } from 'react'
import { useLesson, type Personal, type View } from './lesson-context.ts'
import type { SectionState } from './lesson-state.ts'

const nothing = () => undefined
const subscribeToNothing = () => nothing

/** Where one section stands; the component renders again only when that section changes. */
export function useSection(id: string): {
  view: View
  personal: Personal | undefined
  section: SectionState | undefined
} {
  const lesson = useLesson()
  const personal = lesson?.personal
  const read = useCallback(() => personal?.lesson.getState().sections[id], [personal, id])
  const section = useSyncExternalStore(personal?.lesson.subscribe ?? subscribeToNothing, read, nothing)
  return { view: lesson?.view ?? 'original', personal, section }
}
