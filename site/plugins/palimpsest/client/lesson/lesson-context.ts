import { createContext, useContext } from 'react'
import type { PageLesson } from '../../remark/page-lesson.ts'
import type * as PersonalView from './personal-view.ts'
import type { PersonalLesson } from './personal-lesson.ts'

export const views = ['original', 'personalized', 'side-by-side'] as const
export type View = (typeof views)[number]

/** The personalized view's code and data; there only once a reader has asked for it. */
export interface Personal {
  readonly view: typeof PersonalView
  readonly lesson: PersonalLesson
}

/** What the parts of a lesson's page share. */
export interface LessonOnPage {
  readonly page: PageLesson
  /** The title stands in the text and not above it. */
  readonly titleInText: boolean
  readonly view: View
  readonly choose: (view: View) => void
  readonly personal: Personal | undefined
  /** The personalized view's code could not be fetched. */
  readonly unavailable: boolean
}

export const LessonContext = createContext<LessonOnPage | undefined>(undefined)

/** The lesson that this page shows, or undefined on every other page. */
export function useLesson(): LessonOnPage | undefined {
  return useContext(LessonContext)
}
