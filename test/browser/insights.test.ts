import { readFile } from 'node:fs/promises'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { addKey } from '../../lib/db/key-queries.ts'
import { readPageWords } from '../support/page-words.ts'
import { seedInsights } from '../support/seed-insights.ts'
import { startSite } from '../support/start-site.ts'
import { findViolations } from './find-violations.ts'
import { aReader, type Reader } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)
const unknownKey = `plm_${'0'.repeat(32)}`

async function makeKey(scope: 'insights' | 'personalize'): Promise<string> {
  const wanted = { name: `${scope} ${crypto.randomUUID()}`, scopes: [scope], dailyRequests: 0, dailyTokens: 0 } as const
  return (await addKey(stage.site.db, wanted))?.key ?? ''
}

const field = (page: Page) => page.getByLabel('Operator key')
async function enter(page: Page, key: string): Promise<void> {
  await field(page).fill(key)
  await page.getByRole('button', { name: 'Show' }).click()
}

/** Whoever opens the page with a key from an earlier page of the same tab. */
async function anOperator(path = '/insights', options: BrowserContextOptions = {}): Promise<Reader> {
  const reader = await aReader(stage, options)
  const key = await makeKey('insights')
  await reader.page.addInitScript((kept) => sessionStorage.setItem('palimpsest.insights-key', kept), key)
  await reader.page.goto(path, { waitUntil: 'networkidle' })
  return reader
}

test('before anything was counted the page says so', async () => {
  const { page, leave } = await anOperator()
  await page.getByText('Nothing was counted in this period.').waitFor()
  expect(await page.getByRole('table').count()).toBe(0)
  await leave()
})

describe('of a site that is read', () => {
  beforeAll(() => seedInsights(stage.site.db, { now: Date.now() }))

  test('a key that is not known, or for other things, is refused in words; the right one opens the figures', async () => {
    const { page, leave } = await aReader(stage)
    await page.goto('/insights')
    await enter(page, unknownKey)
    await page.getByRole('alert').getByText('This key is unknown').waitFor()
    await enter(page, await makeKey('personalize'))
    await page.getByRole('alert').getByText('cannot read insights').waitFor()
    const key = await makeKey('insights')
    await enter(page, key)
    await page.getByRole('row', { name: /^Personalized lessons [\d,]{3,}/ }).waitFor()
    expect(page.url()).not.toContain(key)
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(key)
    await page.reload()
    await page.getByRole('row', { name: /^Readers / }).waitFor()
    await page.getByRole('button', { name: 'Forget the key' }).click()
    await field(page).waitFor()
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain(key)
    await leave()
  })

  test('the passages that readers ask to be simpler come first, each leads to its place in the lesson', async () => {
    const { page, leave } = await anOperator()
    const first = page.getByRole('listitem').filter({ hasText: 'Simpler' }).first()
    await first.getByRole('link', { name: 'Setting Q and R' }).click()
    await page.waitForURL('**/lessons/intelligence/state-estimation#*')
    expect(new URL(page.url()).hash).toBe('#setting-q-and-r')
    await leave()
  })

  test('another period shows other figures', async () => {
    const { page, leave } = await anOperator()
    const lessons = () => page.getByRole('row', { name: /^Personalized lessons / }).innerText()
    await page.getByRole('row', { name: /^Personalized lessons / }).waitFor()
    const before = await lessons()
    await page.getByRole('radio', { name: '7 days' }).check()
    await page.getByRole('columnheader', { name: '7 days' }).waitFor()
    expect(await lessons()).not.toBe(before)
    await leave()
  })

  test('every drawing has its numbers as a table and as a file', async () => {
    const { page, leave } = await anOperator()
    const days = page.getByRole('region', { name: 'Lessons by day' })
    await days.getByText('Show the numbers').click()
    expect(await days.getByRole('row').count()).toBe(31)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      days.getByRole('button', { name: 'Download as CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('days.csv')
    const [header, ...rows] = (await readFile(await download.path(), 'utf8')).split('\r\n').slice(0, -1)
    expect(header).toBe('\uFEFFDay,Readers,of which new,from the cache,newly written,Spent on models')
    expect(rows).toHaveLength(30)
    for (const row of rows) expect(row).toMatch(/^\d{4}-\d\d-\d\d,\d+,\d+,\d+,\d+,[\d.]+$/)
    await leave()
  })

  test('on paper the drawings keep their colours, and nothing asks to be pressed', async () => {
    const { page, leave } = await anOperator()
    const bars = page.getByRole('region', { name: 'Lessons by day' }).locator('[data-part]')
    await bars.first().waitFor()
    await page.emulateMedia({ media: 'print' })
    const adjusted = await bars.evaluateAll((parts) => parts.map((part) => getComputedStyle(part).printColorAdjust))
    expect(new Set(adjusted)).toEqual(new Set(['exact']))
    expect(await page.locator('main :is(button, input, summary)').filter({ visible: true }).count()).toBe(0)
    await leave()
  })

  test('a price that is not known is said, and no sum is made up', async () => {
    await seedInsights(stage.site.db, { model: 'somebodys-model', days: 1, now: Date.now(), learners: false })
    const { page, leave } = await anOperator()
    await page.getByText('The price of somebodys-model is not known').waitFor()
    expect(await page.getByRole('row', { name: 'Spent on models – –' }).count()).toBe(1)
    await leave()
  })

  test('when the database is down the page says so, and tries again when asked to', async () => {
    const { page, leave } = await aReader(stage)
    const key = await makeKey('insights')
    let down = true
    await page.route('**/api/operator/insights*', (route) =>
      down ? route.fulfill({ status: 503, json: { error: 'database-unavailable', message: '' } }) : route.fallback(),
    )
    await page.goto('/insights')
    await enter(page, key)
    await page.getByRole('alert').getByText('The server cannot reach its database.').waitFor()
    down = false
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('row', { name: /^Readers / }).waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    await leave()
  })

  test.each([
    ['en', 'light', 1280],
    ['en', 'dark', 390],
    ['ur', 'dark', 1280],
    ['ur', 'light', 390],
  ] as const)(
    'in %s, %s and %i px wide, nothing breaks WCAG 2.2 AA or the width',
    async (locale, colorScheme, width) => {
      const words = await readPageWords(locale)
      const { page, leave } = await anOperator(locale === 'en' ? '/insights' : `/${locale}/insights`, {
        colorScheme,
        reducedMotion: 'reduce',
        viewport: { width, height: 844 },
      })
      await page.getByText(words.say('palimpsest.insights.by-day')).waitFor()
      await page.evaluate(() =>
        document.querySelectorAll('main details').forEach((one) => one.setAttribute('open', '')),
      )
      expect(await findViolations(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      await leave()
    },
  )
})
