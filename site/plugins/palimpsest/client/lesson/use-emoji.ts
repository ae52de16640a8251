import site from 'palimpsest-site'
import { useLesson } from './lesson-context.ts'
import { noEmoji, type Emoji } from './show-emoji.ts'

/** The emoji of the lesson on this page, where the site shows them. */
export function useEmoji(): Emoji {
  const emoji = useLesson()?.page.emoji
  return (site.emoji ? emoji : undefined) ?? noEmoji
}
