import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { atRest } from './support.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * What a page at rest has against WCAG 2.2 AA: each rule with the elements that break it. Only these leave the page: the whole
 * report of axe, on the way through the browser's protocol, takes longer than the search. Looks into no frames; our pages have none.
 */
export async function findViolations(page: Page): Promise<string[]> {
  await atRest(page)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async (values) => {
    const { run } = (window as unknown as { axe: typeof axe }).axe
    const { violations } = await run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  }, tags)
}
