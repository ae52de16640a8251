import { useCallback, useSyncExternalStore } from 'react'
import { useLesson, type Personal, type View } from './lesson-context.ts'
import type { SectionState } from './lesson-state.ts'

const nothing = () => undefined
const subscribeToNothing = () => nothing

export interface SectionHere {
  readonly id: string
  readonly view: View
  readonly personal: Personal | undefined
  readonly section: SectionState | undefined
  /** The author's heading stands in every language. */
  readonly headingStays: boolean
}

/** Where one section stands; the component renders again only when that section changes. */
export function useSection(id: string): SectionHere {
  const lesson = useLesson()
  const personal = lesson?.personal
  const read = useCallback(() => personal?.lesson.getState().sections[id], [personal, id])
  const section = useSyncExternalStore(personal?.lesson.subscribe ?? subscribeToNothing, read, nothing)
  const headingStays = lesson?.page.sections.some((one) => one.id === id && one.headingStays) ?? false
  return { id, view: lesson?.view ?? 'original', personal, section, headingStays }
}
