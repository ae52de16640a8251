import type { Choice } from '../storage/choices.ts'
import type { Rating } from '../storage/ratings.ts'
import type { LessonState } from './lesson-state.ts'

/** One lesson's personalized version, as it comes in: a store that components subscribe to. */
export interface PersonalLesson {
  subscribe(listener: () => void): () => void
  getState(): LessonState
  /**
   * Asks for the lesson, or for what is still missing of it; anew where the learner's answers are others by now. Does nothing while it is
   * coming, and when it is here.
   */
  ask(): void
  /** Asks for what is missing, and for the sections that are as written because of an error that may have passed by now. */
  askAgain(): void
  /** Asks for the sections that the author has changed since this was written for the reader. */
  update(): void
  showOriginal(section: string, shown: boolean): void
  /** Has one section rewritten, and remembers on this device how. What is not named is the lesson's own. */
  rewrite(section: string, choice: Choice): void
  /** Sends the server what the reader thinks of a section's rewrite. Rejects with an `ApiProblem`. */
  rate(section: string, rating: Rating): Promise<void>
  /** Takes back what the reader said of a section's rewrite. Rejects with an `ApiProblem`. */
  unrate(section: string): Promise<void>
  /** What the reader of this device has said of the rewrite that a section shows. */
  ratingOf(section: string): Rating | undefined
  /** Stops listening. The server finishes what it has begun. */
  close(): void
}
