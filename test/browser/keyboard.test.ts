import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { startSite } from '../support/start-site.ts'
import { expectGoodStop, hasFocus, tabTo } from './keyboard.ts'
import { aReader, lessonText, firstLesson, lessonDone } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

const tab = (page: Page, name: string) => page.getByRole('tab', { name })
const button = (page: Page | Locator, name: string) => page.getByRole('button', { name, exact: true })

/** Every question answered with its first choice, or the one that is chosen already. */
async function answerByKeyboard(page: Page): Promise<void> {
  for (let question = 1; question <= 6; question += 1) {
    await page.getByText(`Question ${question} of 6`).waitFor()
    await tabTo(page.locator('fieldset:visible input'))
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
  }
}

/** Opens everything in a section's margin, from its mark and back to it. */
async function goThroughMargin(page: Page): Promise<void> {
  const controls = page.getByRole('group', { name: 'About this section: The sense-think-act loop' })
  const section = page.locator('[data-section="the-sense-think-act-loop"]')
  const mark = button(controls, 'Adjust this section')
  await tabTo(mark)
  await page.keyboard.press('Enter')
  await controls.getByText('Why it’s different').waitFor()

  await tabTo(button(controls, 'Show what changed'))
  await page.keyboard.press('Enter')
  await section.getByText(/^Words added/).waitFor()
  await expectGoodStop(page)
  await page.keyboard.press('Enter')

  await tabTo(controls.getByRole('radio', { name: 'As now' }))
  await page.keyboard.press('ArrowLeft')
  await expectGoodStop(page)
  await page.keyboard.press('Enter')
  await controls.getByText('Simpler, as you asked').waitFor()
  expect(await hasFocus(controls.getByRole('radio', { name: 'Simpler' }))).toBe(true)

  await tabTo(button(controls, 'Try another explanation'))
  await page.keyboard.press('Enter')
  await controls.getByText('Version 2 of 3').waitFor()
  await expectGoodStop(page)

  await tabTo(button(controls, 'No'))
  await page.keyboard.press('Space')
  await tabTo(controls.getByRole('radio', { name: 'Too simple' }))
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await expect.poll(() => controls.getByRole('radio', { name: 'Too hard' }).getAttribute('aria-checked')).toBe('true')

  await page.keyboard.press('Escape')
  expect(await hasFocus(mark)).toBe(true)
  await tabTo(button(controls, 'Show the original'))
  await page.keyboard.press('Enter')
  await button(controls, 'Back to my version').waitFor()
  await expectGoodStop(page)
  await page.keyboard.press('Enter')
  await button(controls, 'Show the original').waitFor()
}

async function goThroughReadingMenu(page: Page): Promise<void> {
  const menu = button(page, 'Reading aids')
  await tabTo(menu)
  await page.keyboard.press('Enter')
  const size = page.getByRole('radio', { name: 'Regular' })
  await size.waitFor({ state: 'attached' })
  await tabTo(size)
  await page.keyboard.press('ArrowRight')
  await expectGoodStop(page)
  expect(await page.getByRole('radio', { name: 'Larger' }).isChecked()).toBe(true)
  await tabTo(page.getByRole('checkbox', { name: 'Explain technical terms' }))
  await page.keyboard.press('Escape')
  expect(await hasFocus(menu)).toBe(true)
}

test.each([
  ['a desktop', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
])(
  'on %s a learner gets everywhere and back with the keyboard alone, and always sees where they are',
  async (_, viewport) => {
    const { page, leave } = await aReader(stage, { viewport })
    await page.goto('/')
    await page.locator('html[data-has-hydrated="true"]').waitFor()
    await tabTo(page.getByRole('link', { name: 'Open the first lesson' }))
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${firstLesson}`)
    await page.locator('[data-section]').first().waitFor()
    await tabTo(tab(page, 'Original'))
    const original = await lessonText(page)
    await page.keyboard.press('ArrowRight')
    await expectGoodStop(page)
    await page.keyboard.press('Enter')

    await page.waitForURL('**/onboarding?return=**')
    await answerByKeyboard(page)
    await page.waitForURL(`**${firstLesson}?view=personalized`)
    await lessonDone(page)
    await goThroughMargin(page)

    await tabTo(tab(page, 'Personalized'), 'Shift+Tab')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.locator('[role=tabpanel][data-view="side-by-side"]').waitFor()
    await expectGoodStop(page)
    await goThroughReadingMenu(page)

    await tabTo(tab(page, 'Side by side'), 'Shift+Tab')
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await expect.poll(() => lessonText(page)).toBe(original)
    expect(await hasFocus(tab(page, 'Original'))).toBe(true)
    await leave()
  },
)
