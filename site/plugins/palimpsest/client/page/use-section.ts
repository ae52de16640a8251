import { useCallback, useSyncExternalStore } from 'react'
import { useLesson, type SectionOnPage } from './lesson-context.ts'

const nothing = () => undefined
const subscribeToNothing = () => nothing

/** The state of one section; the component renders again only when it changes. */
export function useSection(id: string): SectionOnPage {
  const lesson = useLesson()
  const personal = lesson?.personal
  const read = useCallback(() => personal?.lesson.getState().sections[id], [personal, id])
  const section = useSyncExternalStore(personal?.lesson.subscribe ?? subscribeToNothing, read, nothing)
  const headingStays = lesson?.page.sections.some((one) => one.id === id && one.headingStays) ?? false
  return { id, view: lesson?.view ?? 'original', personal, section, headingStays }
}
