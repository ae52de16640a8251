import { createContext, useContext, type ComponentType, type ReactNode } from 'react'
import type { PageLesson } from '../../lesson/page-lesson.ts'
import type { SectionPhase, SectionState } from '../state/lesson-state.ts'
import type { PersonalLesson } from '../state/personal-lesson.ts'

export const views = ['original', 'personalized', 'side-by-side'] as const
export type View = (typeof views)[number]

/** What is known of one section. */
export interface SectionOnPage {
  readonly id: string
  readonly view: View
  readonly personal: Personal | undefined
  readonly section: SectionState | undefined
  /** The author's heading is shown in every language. */
  readonly headingStays: boolean
}

/** What a section's heading says instead of the author's, where it was translated. */
export interface ShownHeading {
  readonly children: ReactNode
  readonly lang?: string | undefined
  readonly dir?: 'ltr' | 'rtl'
}

/** What a section shows beside the author's text, or instead of it. */
export interface ShownSection {
  /** Both texts side by side, in place of everything else. */
  readonly pair?: ReactNode
  readonly phase?: SectionPhase | 'original-shown'
  /** The author's text is not shown: all of it is rewritten. */
  readonly replaced?: boolean
  /** Shown after the author's text, or in its place. */
  readonly rewrite?: ReactNode
}

type OfLesson<More = object> = ComponentType<More & { readonly lesson: PersonalLesson }>

/** What only the personalized view needs: `view/personal-view.ts`, fetched when a reader first asks for it. */
export interface PersonalView {
  /** The personalized version of the lesson on this page, which is not yet asked for. */
  readonly openLesson: (page: PageLesson) => PersonalLesson
  /** Remembers the passage that is being read; the returned function scrolls to it after the view has changed. */
  readonly holdReading: () => () => void
  readonly LanguageOffer: ComponentType<{ readonly lesson: LessonOnPage }>
  readonly LessonStatus: OfLesson<{ readonly offer: ReactNode }>
  readonly Opening: OfLesson
  readonly Share: OfLesson
  readonly Summary: OfLesson
  readonly showHeading: (here: SectionOnPage, author: ReactNode) => ShownHeading | undefined
  readonly showSection: (here: SectionOnPage, author: ReactNode) => ShownSection | undefined
}

/** The personalized view's code and data; there only once a reader has asked for it. */
export interface Personal {
  readonly view: PersonalView
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
