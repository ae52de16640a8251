import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseManifest } from '../../lib/db/parse-manifest.ts'
import { sitePaths } from '../../local/build-site.ts'
import { startBrowser } from '../support/start-browser.ts'
import { startSite, type RunningSite } from '../support/start-site.ts'
import { aLearnerReading, aReader, lessonDone, readProtectedParts, type Reader } from './support.ts'

let site: RunningSite
let browser: Browser
let learner: Reader
beforeAll(async () => {
  ;[site, browser] = await Promise.all([startSite(), startBrowser()])
  learner = await aLearnerReading(browser, site)
})
afterAll(async () => {
  await learner.leave()
  await browser.close()
  await site.close()
})

test('in every lesson the personalized page has every code block, formula, figure, anchor and link of the original', async () => {
  const manifest = parseManifest(
    JSON.parse(await readFile(path.join(import.meta.dirname, '../..', sitePaths.manifest), 'utf8')),
  )
  expect(manifest.lessons.length).toBeGreaterThanOrEqual(12)
  const plain = await aReader(browser, site)
  for (const { slug } of manifest.lessons) {
    await plain.page.goto(`/lessons/${slug}`)
    const original = await readProtectedParts(plain.page)
    await learner.page.goto(`/lessons/${slug}?view=personalized`)
    await lessonDone(learner.page)
    expect(await readProtectedParts(learner.page), slug).toEqual(original)
  }
  await plain.leave()
})

test('the original page is complete without JavaScript', async () => {
  const [withScript, without] = [
    await aReader(browser, site),
    await aReader(browser, site, { javaScriptEnabled: false }),
  ]
  for (const { page } of [withScript, without]) await page.goto('/lessons/foundations/frames-and-kinematics')
  const headings = (reader: Reader) => reader.page.locator('article h2').allInnerTexts()
  const clean = (texts: string[]): string[] => texts.map((text) => text.replace(/\u200b/g, '').trim())
  expect(clean(await headings(without))).toEqual(clean(await headings(withScript)))
  expect(await without.page.locator('article pre code').count()).toBeGreaterThan(0)
  expect(await without.page.locator('article .katex').count()).toBeGreaterThan(0)
  await withScript.leave()
  await without.leave()
})
