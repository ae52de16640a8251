import type { Shot } from './shot.ts'
import type { Locator, Page } from 'playwright-core'
import { newcomer } from '../support/newcomer.ts'
import { readPageWords, type PageWords } from '../support/page-words.ts'
import { bringIntoSight } from './bring-into-sight.ts'

interface TransferState {
  readonly name: string
  readonly stranger?: true
  /** What the reader does on the profile's page, or on the questions' for a stranger. Returns what shows the state. */
  readonly act: (page: Page, words: PageWords) => Promise<Locator>
}

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click()

async function showCode(page: Page, { say }: PageWords): Promise<Locator> {
  await press(page, say('palimpsest.transfer.show'))
  const square = page.getByRole('img', { name: say('palimpsest.transfer.square') })
  await square.waitFor()
  return square
}

async function typeCode(page: Page, { say }: PageWords): Promise<Locator> {
  await press(page, say('palimpsest.transfer.open'))
  const field = page.getByLabel(say('palimpsest.transfer.enter.label'))
  await field.fill('7K3M-9QXW-2FDT')
  return field
}

async function takeOver(page: Page, words: PageWords): Promise<Locator> {
  await typeCode(page, words)
  await press(page, words.say('palimpsest.transfer.use'))
  return page.getByText(words.say('palimpsest.transfer.confirm'))
}

const states: readonly TransferState[] = [
  { name: 'shown', act: showCode },
  {
    name: 'expired',
    async act(page, words) {
      await showCode(page, words)
      await page.clock.fastForward('10:01')
      return page.getByText(words.say('palimpsest.transfer.expired'))
    },
  },
  { name: 'typed', stranger: true, act: typeCode },
  {
    name: 'wrong',
    stranger: true,
    async act(page, words) {
      await typeCode(page, words)
      await press(page, words.say('palimpsest.transfer.use'))
      return page.getByRole('alert').filter({ hasText: /\S/ })
    },
  },
  { name: 'sure', act: takeOver },
  {
    name: 'done',
    async act(page, words) {
      const json = { ...newcomer, preferred_language: words.locale, user_id: '9f1c0f5e-6f5b-4c9e-9a55-0d7a2d0c7b11' }
      await page.route('**/api/user/transfer', (route) => route.fulfill({ json }))
      await takeOver(page, words)
      await press(page, words.say('palimpsest.transfer.replace'))
      return page.getByText(words.say('palimpsest.transfer.done'))
    },
  },
]

/** The ways of a profile to a second device, in the order in which readers go them. */
export async function listTransferShots(language: 'en' | 'ur'): Promise<Shot[]> {
  const words = await readPageWords(language)
  return states.map(({ name, stranger, act }) => ({
    name: `transfer-${name}`,
    language,
    reads: stranger ? null : language,
    async open(page) {
      await page.clock.install()
      await page.goto(`${language === 'en' ? '' : `/${language}`}${stranger ? '/onboarding' : '/profile'}`)
      const sign = (await act(page, words)).first()
      await sign.waitFor()
      await sign.evaluate(bringIntoSight)
    },
  }))
}
