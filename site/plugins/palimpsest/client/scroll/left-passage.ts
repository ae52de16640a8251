import * as v from 'valibot'
import { findReadingPlace } from './reading-place.ts'

const passageSchema = v.object({
  id: v.nullable(v.string()),
  part: v.number(),
  beyond: v.number(),
  /** How far down the page was, in pixels. */
  scrolled: v.number(),
})

/** The passage that a reader was at when they left a page. */
export type LeftPassage = v.InferOutput<typeof passageSchema>

/** Stores it in the history entry, so that a reload or a return to this page finds it. */
export function rememberPassage(): void {
  const place = findReadingPlace()
  const passage = place && { ...place, scrolled: window.scrollY }
  history.replaceState({ ...(history.state as object | null), passage }, '')
}

/**
 * Only if the browser has restored the scroll position: as far down as before, or at the end of a page that is shorter now.
 * Until the page has loaded, it may not have done so yet.
 */
export function findLeftPassage(): LeftPassage | undefined {
  const { output, success } = v.safeParse(v.object({ passage: passageSchema }), history.state)
  if (!success) {
    return undefined
  }
  const lowest = document.documentElement.scrollHeight - window.innerHeight
  const isBrought = Math.abs(window.scrollY - Math.min(output.passage.scrolled, lowest)) <= 2
  const isAwaited = window.scrollY === 0 && document.readyState !== 'complete'
  return isBrought || isAwaited ? output.passage : undefined
}
