import { useState } from 'react'
import type { PersonalLesson } from '../state/personal-lesson.ts'
import type { Rating } from '../storage/ratings.ts'

interface RatingInUse {
  /** The rating, stored or being sent. */
  readonly rating: Rating | undefined
  /** Rates; `undefined` withdraws the rating. */
  readonly say: (rating: Rating | undefined) => void
  /** Sends once more what could not be sent; undefined where nothing failed. */
  readonly sayAgain: (() => void) | undefined
}

/** A reader's rating of a section's rewrite. It shows at once, and is reset if the server does not accept it. */
export function useRating(lesson: PersonalLesson, section: string): RatingInUse {
  const [rating, setRating] = useState(() => lesson.ratingOf(section))
  const [failed, setFailed] = useState<{ readonly rating: Rating | undefined }>()
  const send = async (next: Rating | undefined): Promise<void> => {
    const before = rating
    setRating(next)
    setFailed(undefined)
    try {
      await (next ? lesson.rate(section, next) : lesson.unrate(section))
    } catch {
      setRating(before)
      setFailed({ rating: next })
    }
  }
  const say = (next: Rating | undefined): void => void send(next)
  return { rating, say, sayAgain: failed && (() => say(failed.rating)) }
}
