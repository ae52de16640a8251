import type { Page } from 'playwright-core'
import type { Answers } from '../../lib/profile/answers.ts'

/** One thing to photograph: a page in a state, in one language. */
export interface Shot {
  readonly name: string
  /** The language of the page, and the lesson's where that is another: `en`, `en-written-ur`, `ur`. */
  readonly language: string
  /** What the reader reads lessons in; null for somebody who has not answered the questions. */
  readonly reads: Answers['preferred_language'] | null
  /** Opens the page and waits until it is in its state. */
  readonly open: (page: Page) => Promise<void>
}
