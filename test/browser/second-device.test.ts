import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { readPageWords } from '../support/page-words.ts'
import { startSite } from '../support/start-site.ts'
import { findViolations } from './find-violations.ts'
import { aKnownReader, aReader, expert, newcomer } from './support.ts'
import { turnScheme } from './turn-scheme.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

const learnerOf = (page: Page) => page.evaluate(() => localStorage.getItem('palimpsest.learner'))

/** Has a device show its code, and reads it. */
async function showCode(page: Page): Promise<string> {
  await page.goto('/profile')
  await page.getByRole('button', { name: 'Show a code' }).click()
  await page.getByRole('img', { name: /QR code/ }).waitFor()
  return page.locator('code').innerText()
}

test('a code typed on a second device, by keyboard alone, makes it the same learner, and works once', async () => {
  const [first, second, third] = [
    await aKnownReader(stage, { answers: expert }),
    await aReader(stage),
    await aReader(stage),
  ]
  const code = await showCode(first.page)
  const { keyboard } = second.page
  await second.page.goto('/onboarding')
  await second.page.getByRole('button', { name: 'Enter a code' }).focus()
  await keyboard.press('Enter')
  await expect.poll(() => second.page.evaluate(() => document.activeElement?.localName)).toBe('input')
  await keyboard.type(code.toLowerCase().replaceAll('-', ' '))
  await keyboard.press('Enter')
  await second.page.getByRole('heading', { name: 'You’re all set.' }).waitFor()
  expect(await learnerOf(second.page)).toBe(await learnerOf(first.page))
  expect(await second.page.locator('main').innerText()).toContain('professional')

  await third.page.goto('/profile')
  await third.page.getByRole('button', { name: 'Enter a code' }).click()
  await enterCode(third.page, code)
  await third.page.getByRole('alert').getByText('This code is wrong or has expired.').waitFor()
  expect(await learnerOf(third.page)).toBeNull()
  for (const reader of [first, second, third]) await reader.leave()
})

async function enterCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code shown on the other device').fill(code)
  await page.getByRole('button', { name: 'Use it' }).click()
}

test('the address of the square brings the code, leaves no trace of it, and asks before it replaces a profile', async () => {
  const [first, second] = [
    await aKnownReader(stage, { answers: expert }),
    await aKnownReader(stage, { answers: newcomer }),
  ]
  const code = await showCode(first.page)
  const sent: string[] = []
  second.page.on('request', (request) => sent.push(request.url(), request.headers()['referer'] ?? ''))
  await second.page.goto('/guide')
  await second.page.goto(`/profile#code=${code}`)
  const field = second.page.getByLabel('Code shown on the other device')
  await expect.poll(() => field.inputValue()).toBe(code)
  await expect.poll(() => second.page.url()).toBe(`${stage.site.url}/profile`)
  await second.page.getByRole('button', { name: 'Use it' }).click()
  await second.page.getByText('This browser already has a profile.').waitFor()
  expect(await learnerOf(second.page)).toBeNull()
  await second.page.getByRole('button', { name: 'Replace my profile' }).click()
  await second.page.getByText('Your profile is on this device now.').waitFor()
  expect(await learnerOf(second.page)).toBe(await learnerOf(first.page))
  expect(await second.page.locator('main').innerText()).toContain('Working professional')
  expect(sent.filter((text) => text.includes(code.slice(0, 4)))).toEqual([])
  await second.page.goBack()
  expect(second.page.url()).toBe(`${stage.site.url}/guide`)
  for (const reader of [first, second]) await reader.leave()
})

test('an answer changed on one device arrives when the profile page is opened on the other', async () => {
  const [first, second] = [await aKnownReader(stage, { answers: expert }), await aReader(stage)]
  const code = await showCode(first.page)
  await second.page.goto(`/profile#code=${code}`)
  await second.page.getByRole('button', { name: 'Use it' }).click()
  await second.page.getByRole('button', { name: 'Change: What level have you studied to?' }).click()
  await second.page.getByLabel('High school', { exact: true }).check()
  await second.page.getByRole('button', { name: 'Save' }).click()
  await second.page.getByText('Saved. Your lessons use this from now on.').waitFor()
  await first.page.goto('/profile')
  await expect.poll(() => first.page.locator('main').innerText()).toContain('High school')
  for (const reader of [first, second]) await reader.leave()
})

test('a code says how long it works, and after ten minutes that it has expired', async () => {
  const reader = await aKnownReader(stage, { answers: newcomer })
  await reader.page.clock.install()
  await showCode(reader.page)
  await reader.page
    .getByRole('timer')
    .getByText(/^(?:10:00|9:\d\d)$/)
    .waitFor()
  await reader.page.clock.fastForward('05:00')
  await reader.page
    .getByRole('timer')
    .getByText(/^(?:5:00|4:\d\d)$/)
    .waitFor()
  await reader.page.clock.fastForward('05:00')
  await reader.page.getByText('This code has expired.').waitFor()
  expect(await reader.page.locator('code').count()).toBe(0)
  await reader.leave()
})

/** Each state of the two, in the order in which a reader comes to them. */
async function findInStates(page: Page, language: 'en' | 'ur'): Promise<string[]> {
  const { say: words } = await readPageWords(language)
  const found: string[] = []
  const look = async (state: string) => {
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [1440, 390]) {
        await page.emulateMedia({ reducedMotion: 'reduce' })
        await turnScheme(page, colorScheme)
        await page.setViewportSize({ width, height: 844 })
        const violations = await findViolations(page)
        found.push(...violations.map((violation) => `${state} ${colorScheme} ${width}: ${violation}`))
      }
  }
  await page.goto(language === 'en' ? '/profile' : '/ur/profile')
  await page.getByRole('button', { name: words('palimpsest.transfer.show') }).click()
  await page.getByRole('img', { name: words('palimpsest.transfer.square') }).waitFor()
  await look('shown')
  await page.getByRole('button', { name: words('palimpsest.transfer.open') }).click()
  await page.getByRole('button', { name: words('palimpsest.transfer.use') }).click()
  await page.getByText(words('palimpsest.transfer.notACode')).waitFor()
  await look('not a code')
  await page.getByLabel(words('palimpsest.transfer.enter.label')).fill('0000-0000-0000')
  await page.getByRole('button', { name: words('palimpsest.transfer.use') }).click()
  await page.getByText(words('palimpsest.transfer.confirm')).waitFor()
  await look('asking')
  return found
}

test.each(['en', 'ur'] as const)('no state of it violates WCAG 2.2 AA on a page in "%s"', async (language) => {
  const answers = { ...newcomer, preferred_language: language }
  const reader = await aKnownReader(stage, { answers, reducedMotion: 'reduce' })
  expect(await findInStates(reader.page, language)).toEqual([])
  await reader.leave()
})
