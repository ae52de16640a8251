import type { MaskGaps } from '../../remark/page-lesson.ts'
import { useLesson } from './lesson-context.ts'
import { noGaps } from './tighten-lists.ts'

/** The gaps of a section of the lesson on this page; none for the note. */
export const useGaps = (section: string | undefined): MaskGaps =>
  useLesson()?.page.sections.find(({ id }) => id === section)?.gaps ?? noGaps
