import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { startSite } from '../support/start-site.ts'
import { aReader, firstLesson } from './support.ts'
import { turnScheme } from './turn-scheme.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

const withFlow = '/lessons/intelligence/learning-policies'
const withSequence = '/lessons/software/ros2-services-and-actions'

/** How light a part of a page is on the whole, of 255, as it is painted. */
async function lightness(page: Page, part: Locator): Promise<number> {
  const image = `data:image/png;base64,${(await part.screenshot({ animations: 'disabled' })).toString('base64')}`
  return page.evaluate(async (source) => {
    const bitmap = await createImageBitmap(await (await fetch(source)).blob())
    const canvas = new OffscreenCanvas(1, 1)
    const context = canvas.getContext('2d')
    context?.drawImage(bitmap, 0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = context?.getImageData(0, 0, 1, 1).data ?? []
    return (red + green + blue) / 3
  }, image)
}

const parts = [
  ['a drawing', firstLesson, '.markdown img'],
  ['a flow chart', withFlow, '.docusaurus-mermaid-container'],
  ['a sequence', withSequence, '.docusaurus-mermaid-container'],
] as const

test.each(parts)(
  '%s is dark in the dark, also when the reader turns the scheme while it is open, and light again',
  async (_, address, selector) => {
    const { page, leave } = await aReader(stage, { colorScheme: 'light', bypassCSP: true })
    await page.goto(address)
    const part = page.locator(selector).first()
    await part.scrollIntoViewIfNeeded()
    if (selector.includes('mermaid')) await part.locator('svg').waitFor()
    await expect.poll(() => lightness(page, part)).toBeGreaterThan(200)
    await turnScheme(page, 'dark')
    await expect.poll(() => lightness(page, part)).toBeLessThan(70)
    await turnScheme(page, 'light')
    await expect.poll(() => lightness(page, part)).toBeGreaterThan(200)
    await leave()
  },
)

test('a flow chart is drawn as large for a reader who wants less motion as for any other', async () => {
  const boxes = await Promise.all(
    (['reduce', 'no-preference'] as const).map(async (reducedMotion) => {
      const { page, leave } = await aReader(stage, { reducedMotion })
      await page.goto(withFlow)
      await page.locator('.docusaurus-mermaid-container').first().scrollIntoViewIfNeeded()
      const box = await page.locator('.docusaurus-mermaid-container svg').first().getAttribute('viewBox')
      await leave()
      return box
    }),
  )
  expect(boxes[0]).toBe(boxes[1])
})

test('no box, label or line of a diagram is bright in the dark', async () => {
  const { page, leave } = await aReader(stage, { colorScheme: 'dark' })
  for (const address of [withFlow, withSequence]) {
    await page.goto(address)
    const diagram = page.locator('.docusaurus-mermaid-container').first()
    await diagram.scrollIntoViewIfNeeded()
    await diagram.locator('svg').waitFor()
    const bright = await diagram
      .locator(':is(rect, polygon, path, circle):not(marker *, defs *)')
      .evaluateAll((shapes) =>
        shapes.flatMap((shape) => {
          const { fill } = getComputedStyle(shape)
          const values = (fill.match(/[\d.]+/g) ?? []).map(Number)
          const seen = fill !== 'none' && values[3] !== 0 && shape.getBoundingClientRect().width > 8
          return seen && Math.min(...values.slice(0, 3)) > 128 ? [shape.outerHTML.slice(0, 120)] : []
        }),
      )
    expect(bright).toEqual([])
  }
  await leave()
})
