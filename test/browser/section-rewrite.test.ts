import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { startSite } from '../support/start-site.ts'
import { desktop, findSection, sectionId } from './find-section.ts'
import { aLearnerReading, isFocused, lessonDone } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

/** The bodies of the requests for lessons that a page sends from now on. */
function watchRequests(page: Page): { sections?: string[]; choices?: unknown }[] {
  const bodies: { sections?: string[]; choices?: unknown }[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/personalize')) {
      bodies.push(request.postDataJSON() as { sections?: string[] })
    }
  })
  return bodies
}

test('the level: arrows only move the focus, Enter has this section alone rewritten, and a reload finds it again', async () => {
  const { page, leave } = await aLearnerReading(stage, desktop)
  const section = findSection(page)
  const before = await section.prose()
  const asked = watchRequests(page)
  await section.mark.click()
  await section.controls.getByRole('radio', { name: 'As now' }).focus()
  await page.keyboard.press('ArrowLeft')
  const simpler = section.controls.getByRole('radio', { name: 'Simpler' })
  expect(await isFocused(simpler)).toBe(true)
  expect(await simpler.getAttribute('aria-checked')).toBe('false')
  expect(asked).toEqual([])
  await page.keyboard.press('Enter')
  await section.controls.getByText('Simpler, as you asked').waitFor()
  expect(await section.prose()).not.toBe(before)
  expect(asked).toMatchObject([{ sections: [sectionId], choices: { [sectionId]: { level: 'simpler', variant: 0 } } }])
  expect(await isFocused(simpler)).toBe(true)
  const rewritten = await section.prose()
  await page.reload()
  await lessonDone(page)
  expect(await section.prose()).toBe(rewritten)
  await leave()
})

test('writing it differently counts the versions, and after the third comes the first again', async () => {
  const { page, leave } = await aLearnerReading(stage, desktop)
  const section = findSection(page)
  const first = await section.prose()
  await section.mark.click()
  for (const version of ['Version 2 of 3', 'Version 3 of 3', 'Version 1 of 3']) {
    await section.controls.getByRole('button', { name: 'Try another explanation' }).click()
    await section.controls.getByText(version).waitFor()
    await expect.poll(() => section.text.locator('[aria-busy="true"]').count()).toBe(0)
  }
  expect(await section.prose()).toBe(first)
  await leave()
})

test('when a new explanation cannot be had, the old text stands, the page says so, and trying again works', async () => {
  const { page, context, leave } = await aLearnerReading(stage, desktop)
  const section = findSection(page)
  const before = await section.prose()
  await section.mark.click()
  await context.route('**/api/personalize', (route) => route.abort())
  await section.controls.getByRole('radio', { name: 'In more depth' }).click()
  const words = 'The new explanation could not be loaded; this one stays.'
  await expect.poll(() => section.controls.locator('output', { hasText: words }).count()).toBe(1)
  expect(await section.prose()).toBe(before)
  expect(await section.controls.getByRole('radio', { name: 'As now' }).getAttribute('aria-checked')).toBe('true')
  await context.unroute('**/api/personalize')
  await section.controls.getByRole('button', { name: 'Try again' }).click()
  await section.controls.getByText('In more depth, as you asked').waitFor()
  await leave()
})

test('a thumb and its reason are stored once, shown again after a reload, and can be taken back', async () => {
  const { page, leave } = await aLearnerReading(stage, desktop)
  const learner = await page.evaluate(() => localStorage.getItem('palimpsest.learner'))
  const stored = () =>
    stage.site.db
      .selectFrom('feedback')
      .select(['rating', 'reason'])
      .where('user_id', '=', learner ?? '')
      .execute()
  const section = findSection(page)
  await section.mark.click()
  const down = section.controls.getByRole('button', { name: 'No', exact: true })
  await down.click()
  await section.controls.getByRole('radio', { name: 'Too hard' }).click()
  await expect.poll(stored).toEqual([{ rating: 'down', reason: 'too-hard' }])
  // The device stores it once the server has answered.
  await page.waitForFunction(() => localStorage.getItem('palimpsest.ratings')?.includes('too-hard'))
  await page.reload()
  await lessonDone(page)
  await section.mark.click()
  expect(await down.getAttribute('aria-pressed')).toBe('true')
  expect(await section.controls.getByRole('radio', { name: 'Too hard' }).getAttribute('aria-checked')).toBe('true')
  await section.controls.getByRole('button', { name: 'Yes', exact: true }).click()
  await expect.poll(stored).toEqual([{ rating: 'up', reason: null }])
  await section.controls.getByRole('button', { name: 'Yes', exact: true }).click()
  await expect.poll(stored).toEqual([])
  expect(await section.controls.getByRole('button', { name: 'Yes', exact: true }).getAttribute('aria-pressed')).toBe(
    'false',
  )
  await leave()
})
