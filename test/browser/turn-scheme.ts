import type { Page } from 'playwright-core'
import { untilAlive } from './open-alive.ts'

/** Asks the page for a colour scheme and waits until it is in it: Docusaurus follows the browser a moment later, and not before it is alive. */
export async function turnScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await untilAlive(page)
  await page.emulateMedia({ colorScheme })
  await page.locator(`html[data-theme="${colorScheme}"]`).waitFor({ state: 'attached' })
}
