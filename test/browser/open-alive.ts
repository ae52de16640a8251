import type { Page } from 'playwright-core'

/** Waits until a page's scripts have taken over what the server sent: before that its terms are unmarked, and it follows no scheme. */
export const untilAlive = (page: Page): Promise<void> =>
  page.locator('html[data-has-hydrated="true"]').waitFor({ state: 'attached' })

/** Where a test asks to be called earlier, it looks at the page before it is alive. */
const early = new Set<string | undefined>(['commit', 'domcontentloaded'])

/** From now on, whoever opens an address in this page or reloads it gets the page alive, however busy the machine is. */
export function openAlive(page: Page): void {
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)]
  page.goto = async (address, options) => {
    const response = await goto(address, options)
    if (!early.has(options?.waitUntil)) await untilAlive(page)
    return response
  }
  page.reload = async (options) => {
    const response = await reload(options)
    if (!early.has(options?.waitUntil)) await untilAlive(page)
    return response
  }
}
