import { expect, test } from 'vitest'
import { startSite } from '../support/start-site.ts'
import { aReader, firstLesson } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

test('a script that the pages did not bring is refused, and so is what is fetched from elsewhere', async () => {
  const context = await stage.browser.newContext({ baseURL: stage.site.url })
  const page = await context.newPage()
  await page.goto(firstLesson)
  await page.evaluate(() => {
    const found: string[] = []
    Object.assign(window, { found })
    document.addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective }) => void found.push(effectiveDirective),
    )
    const script = document.createElement('script')
    script.textContent = 'document.title = "taken"'
    const image = document.createElement('img')
    image.src = 'http://127.0.0.1:9/beacon.png'
    const button = document.createElement('button')
    button.setAttribute('onclick', 'document.title = "taken"')
    document.body.append(script, image, button)
    button.click()
    fetch('http://127.0.0.1:9/').catch(() => undefined)
  })
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { found: string[] }).found.toSorted()))
    .toEqual(['connect-src', 'img-src', 'script-src-attr', 'script-src-elem'])
  expect(await page.title()).not.toBe('taken')
  await context.close()
})

test.each(['/', '/ur/', '/guide/fidelity', '/onboarding', '/profile', '/no-such-page'])(
  'the policy refuses nothing that %s brings',
  async (path) => {
    const { page, leave } = await aReader(stage)
    const response = await page.goto(path, { waitUntil: 'networkidle' })
    expect(response?.headers()['content-security-policy']).toContain("script-src 'self'")
    await leave()
  },
)
