import type { Page } from 'playwright-core'
import { expect } from 'vitest'

interface Shift {
  readonly value: number
  /** What moved, and from which height to which. */
  readonly moved: readonly string[]
}

/** Notes every layout shift that no press of the reader explains, from the page's first paint. */
export const noteShifts = (): void => {
  const noted: Shift[] = []
  Object.assign(window, { shifts: noted })
  interface Entry extends PerformanceEntry {
    readonly value: number
    readonly hadRecentInput: boolean
    readonly sources: readonly { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[]
  }
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries() as Entry[]) {
      if (!hadRecentInput) {
        const moved = sources.map(
          ({ node, previousRect, currentRect }) =>
            `${node?.nodeName} "${node?.textContent?.slice(0, 30)}" ${previousRect.top} -> ${currentRect.top}`,
        )
        noted.push({ value, moved })
      }
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

/** The cumulative layout shift so far stays within what a reader does not notice; if not, the message says what moved. */
export async function expectStillness(page: Page): Promise<void> {
  const shifts = await page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts)
  const sum = shifts.reduce((total, { value }) => total + value, 0)
  expect(sum, JSON.stringify(shifts)).toBeLessThanOrEqual(0.02)
}

/** A wide screen and a narrow one. */
export const screens = [
  { name: 'desktop', viewport: { width: 1440, height: 900 } },
  { name: 'phone', viewport: { width: 390, height: 844 } },
] as const
