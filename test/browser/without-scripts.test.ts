import { expect, test } from 'vitest'
import { readPageWords } from '../support/page-words.ts'
import { startSite } from '../support/start-site.ts'
import { findViolations } from './find-violations.ts'
import { aReader, firstLesson } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

const pages = ['onboarding', 'profile', 'insights'].flatMap((name) =>
  (['en', 'ur'] as const).map((locale) => ({ name, locale, home: locale === 'en' ? '' : '/ur' })),
)
const said = { onboarding: 'questions', profile: 'profile', insights: 'insights' } as Readonly<Record<string, string>>

test.each(pages)(
  'without JavaScript, $home/$name says what needs it, and leads to the original lessons',
  async ({ name, locale, home }) => {
    const words = await readPageWords(locale)
    const { page, leave } = await aReader(stage, { javaScriptEnabled: false })
    await page.goto(`${home}/${name}`)
    expect(await page.locator('main').innerText()).toContain(words.say(`palimpsest.withoutScripts.${said[name]}`))
    await page
      .locator('main')
      .getByRole('link', { name: words.say('palimpsest.openFirstLesson') })
      .click()
    await page.waitForURL(`**${home}${firstLesson}`)
    expect(await page.locator('article h2').count()).toBeGreaterThan(5)
    await leave()
  },
)

test('with JavaScript nothing of that is said', async () => {
  const { page, leave } = await aReader(stage)
  await page.goto('/profile')
  expect(await page.locator('main').innerText()).not.toContain('JavaScript')
  expect(await findViolations(page)).toEqual([])
  await leave()
})

test.each(['/', '/ur', firstLesson])(
  '%s has a picture for who links to it: by its whole address, with its words',
  async (path) => {
    const { page, leave } = await aReader(stage)
    await page.goto(path)
    const named = (name: string) => page.locator(`head meta[property="og:image${name}"]`).getAttribute('content')
    const address = new URL((await named('')) ?? '')
    expect([address.protocol, await named(':width'), await named(':height')]).toEqual(['http:', '1200', '630'])
    expect(await named(':alt')).toMatch(/^Palimpsest: /)
    const shown = await page.evaluate(async (source) => {
      const image = new Image()
      image.src = source
      await image.decode()
      return [image.naturalWidth, image.naturalHeight]
    }, address.pathname)
    expect(shown).toEqual([1200, 630])
    await leave()
  },
)

test('robots may read every page, and the list of pages of each language', async () => {
  const robots = await (await fetch(`${stage.site.url}/robots.txt`)).text()
  expect(robots).toContain('Disallow: /api/\n')
  const lists = [...robots.matchAll(/^Sitemap: (.+)$/gm)].map(([, address = '']) => new URL(address).pathname)
  expect(lists).toEqual(['/sitemap.xml', '/ur/sitemap.xml'])
  for (const list of lists) expect((await fetch(stage.site.url + list)).status).toBe(200)
})
