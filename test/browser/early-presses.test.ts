import { expect, test } from 'vitest'
import { startSite } from '../support/start-site.ts'
import { openWithoutScripts } from './open-without-scripts.ts'
import { aKnownReader, firstLesson, lessonDone, newcomer, openPersonalized } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

test('a view that is chosen before the page’s scripts are here comes once they are', async () => {
  const { page, leave } = await aKnownReader(stage, { answers: newcomer })
  const letScriptsIn = await openWithoutScripts(page, firstLesson)
  await openPersonalized(page)
  expect(await page.getByRole('tab', { name: 'Personalized' }).getAttribute('aria-selected')).toBe('false')
  letScriptsIn()
  await lessonDone(page)
  expect(new URL(page.url()).searchParams.get('view')).toBe('personalized')
  await leave()
})

test('the contents that an impatient reader presses twice for meanwhile are open then, and close with the next press', async () => {
  const { page, leave } = await aKnownReader(stage, { answers: newcomer, viewport: { width: 390, height: 844 } })
  const letScriptsIn = await openWithoutScripts(page, firstLesson)
  const menu = page.getByRole('button', { name: 'Toggle navigation bar' })
  await menu.click()
  await menu.click()
  letScriptsIn()
  await expect.poll(() => menu.getAttribute('aria-expanded')).toBe('true')
  await page.getByRole('button', { name: 'Close navigation bar' }).click()
  await expect.poll(() => menu.getAttribute('aria-expanded')).toBe('false')
  await leave()
})
