import { chromium, type Browser } from 'playwright-core'
import { browserOptions } from './browser-options.ts'

/** A headless Chromium. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch(await browserOptions())
}
