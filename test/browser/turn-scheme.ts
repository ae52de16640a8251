import type { Page } from 'playwright-core'

/** Asks the page for a colour scheme and waits until it is in it: Docusaurus follows the browser a moment later. */
export async function turnScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.locator(`html[data-theme="${colorScheme}"]`).waitFor({ state: 'attached' })
}
