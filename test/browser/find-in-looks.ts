import type { Page } from 'playwright-core'
import { findViolations } from './find-violations.ts'
import { turnScheme } from './turn-scheme.ts'

const wide = { width: 1440, height: 900 }
const narrow = { width: 390, height: 844 }

/** Two looks at one page that together have both colour schemes and both widths. */
const looks = {
  'light and wide, dark and narrow': [
    { colorScheme: 'light', viewport: wide },
    { colorScheme: 'dark', viewport: narrow },
  ],
  'dark and wide, light and narrow': [
    { colorScheme: 'dark', viewport: wide },
    { colorScheme: 'light', viewport: narrow },
  ],
} as const

export const [lightWide, darkWide] = ['light and wide, dark and narrow', 'dark and wide, light and narrow'] as const

/** What a page has against WCAG 2.2 AA in either look, each with where it was seen. */
export async function findInLooks(page: Page, name: keyof typeof looks): Promise<string[]> {
  const found: string[] = []
  for (const { colorScheme, viewport } of looks[name]) {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await turnScheme(page, colorScheme)
    await page.setViewportSize(viewport)
    found.push(...(await findViolations(page)).map((violation) => `${colorScheme} ${viewport.width}: ${violation}`))
  }
  return found
}
