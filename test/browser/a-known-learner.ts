import type { Page } from 'playwright-core'
import type { Answers } from '../../lib/learner/answers.ts'

/** Gives the page a learner who has answered the questions on this device; the page tells the server when it first asks. */
export async function aKnownLearner(page: Page, answers: Answers): Promise<void> {
  await page.goto('/')
  const profile = JSON.stringify({ answers, sent: false })
  await page.evaluate((text) => localStorage.setItem('palimpsest.profile', text), profile)
}
