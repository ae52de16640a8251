import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { startSite } from '../support/start-site.ts'
import { aLearnerReading, aReader, firstLesson } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

/** Every family, style and weight that a page sets words in and no font of the site has: browsers would draw it themselves. */
const findMissingFonts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const plain = (family: string): string => family.replaceAll(/["']/g, '').trim()
    const fonts = [...document.fonts].map(({ family, style, weight }) => {
      const [lightest = 400, heaviest = lightest] = weight.replace('normal', '400').split(' ').map(Number)
      return { family: plain(family), style, lightest, heaviest }
    })
    const served = new Set(fonts.map(({ family }) => family))
    const missing = new Set<string>()
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement
      if (!element || texts.currentNode.textContent?.trim() === '' || element.matches('script, style, noscript'))
        continue
      const set = getComputedStyle(element)
      const family = plain(set.fontFamily.split(',')[0] ?? '')
      const weight = Number(set.fontWeight)
      const has = fonts.some(
        (font) =>
          font.family === family && font.style === set.fontStyle && font.lightest <= weight && weight <= font.heaviest,
      )
      if (served.has(family) && !has)
        missing.add(`${family} ${set.fontStyle} ${weight}: ${element.textContent?.slice(0, 40)}`)
    }
    return [...missing]
  })

test.each([
  '/',
  '/onboarding',
  '/profile',
  '/insights',
  '/guide',
  '/guide/integrate',
  '/guide/api-reference',
  '/guide/speed',
  '/lessons/foundations/frames-and-kinematics',
  '/lessons/software/ros2-nodes-and-topics',
  '/ur',
  `/ur${firstLesson}`,
])('%s sets its words in weights and styles that the fonts served with it have', async (address) => {
  const { page, leave } = await aReader(stage)
  await page.goto(address)
  expect(await findMissingFonts(page)).toEqual([])
  await leave()
})

test('the personalized view does, too', async () => {
  const { page, leave } = await aLearnerReading(stage)
  expect(await findMissingFonts(page)).toEqual([])
  await leave()
})

test.each(['em', 'strong', 'strong em', 'h2 em', 'p'])(
  'a letter of Latin Extended in "%s" stands in the font of the letters beside it',
  async (place) => {
    const { page, context, leave } = await aReader(stage)
    await page.goto(firstLesson)
    await page.evaluate((names) => {
      const text = document.body.appendChild(document.createElement('div'))
      text.className = 'markdown'
      const leaf = names.reduce<Element>((parent, name) => parent.appendChild(document.createElement(name)), text)
      leaf.id = 'leaf'
      leaf.textContent = 'Čapek, Łódź'
    }, place.split(' '))
    await page.evaluate(() => document.fonts.ready)
    const session = await context.newCDPSession(page)
    await session.send('DOM.enable')
    await session.send('CSS.enable')
    const { root } = await session.send('DOM.getDocument')
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#leaf' })
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
    expect(fonts.map(({ familyName, isCustomFont }) => [familyName, isCustomFont])).toEqual([['Literata', true]])
    await leave()
  },
)
