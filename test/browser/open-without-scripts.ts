import type { Page } from 'playwright-core'

/** Opens a page whose scripts are on their way until they are let in, by what this returns. */
export async function openWithoutScripts(page: Page, path: string): Promise<() => void> {
  const { promise: letIn, resolve } = Promise.withResolvers<void>()
  await page.route('**/*.js', async (route) => {
    await letIn
    await route.continue()
  })
  await page.goto(path, { waitUntil: 'domcontentloaded' })
  return resolve
}
