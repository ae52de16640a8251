import site from 'palimpsest-site'
import { noGaps } from './tighten-lists.ts'
import type { MaskGaps } from '../../lesson/page-lesson.ts'
import { useLesson } from '../page/lesson-context.ts'
import { noEmoji, type Emoji } from '../../lesson/shortcodes.ts'

/** The emoji of the lesson on this page, where the site shows them. */
export function useEmoji(): Emoji {
  const emoji = useLesson()?.page.emoji
  return (site.emoji ? emoji : undefined) ?? noEmoji
}

/** The gaps of a section of the lesson on this page; none for the note. */
export const useGaps = (section: string | undefined): MaskGaps =>
  useLesson()?.page.sections.find(({ id }) => id === section)?.gaps ?? noGaps
