import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { print, runToEnd } from '../../local/run-to-end.ts'
import { startBrowser } from '../support/start-browser.ts'
import { projectRoot } from '../support/start-site.ts'

const file = 'site/static/img/social-card.png'
const size = { width: 1200, height: 630 }
const { resolve } = createRequire(path.join(projectRoot, 'site/package.json'))

const families = [
  ['Literata', '@fontsource-variable/literata/files/literata-latin-wght-normal.woff2'],
  ['Nastaliq', '@fontsource-variable/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-wght-normal.woff2'],
] as const

const underText =
  'Ask a chatbot how to pick up a cup of tea and it will answer in perfect sentences. Now ask a robot to do it. It has to find the handle to within a few millimetres, although steam blurs the picture. '

/** The picture that other sites show beside a link to this one: the page over the page, in the book's own look. */
const card = (fonts: string, logo: string): string => `<!doctype html><style>${fonts}
  body { background: #faf6ee; color: #22262b; font: 480 27px/1.4 Literata; height: ${size.height}px; margin: 0; overflow: hidden; position: relative }
  .under { color: #a3402b; font-size: 30px; inset: -20px; line-height: 2.05; opacity: .1; position: absolute; writing-mode: vertical-rl }
  main { border-inline-start: 3px solid #1f5f6b; inset: 84px 96px; padding-inline-start: 44px; position: absolute }
  header { align-items: center; display: flex; font-size: 34px; font-weight: 560; gap: 16px }
  header svg { height: 52px; width: 52px }
  h1 { font-size: 84px; font-weight: 480; letter-spacing: -.03em; line-height: 1.08; margin: 44px 0 0 }
  [lang=ur] { color: #1f5f6b; direction: rtl; font: 500 42px/2.1 Nastaliq; margin: 20px 0 0; text-align: left }
  footer { bottom: 0; color: #55534d; position: absolute }
</style>
<div class="under" aria-hidden="true">${underText.repeat(12)}</div>
<main>
  <header>${logo} Palimpsest</header>
  <h1>Every lesson,<br>rewritten for you.</h1>
  <p lang="ur">ہر سبق، آپ کے لیے نئے سرے سے۔</p>
  <footer>Physical AI &amp; Humanoid Robotics, with the original one press away.</footer>
</main>`

/** `npm run social-card`: draws it anew, after a change of the look. */
async function drawSocialCard(): Promise<void> {
  const fonts = await Promise.all(
    families.map(async ([family, name]) => {
      const font = await readFile(resolve(name), 'base64')
      return `@font-face { font-family: ${family}; font-weight: 200 900; src: url(data:font/woff2;base64,${font}) }`
    }),
  )
  const logo = await readFile(path.join(projectRoot, 'site/static/img/logo.svg'), 'utf8')
  const browser = await startBrowser()
  const page = await browser.newPage({ viewport: size })
  await page.setContent(card(fonts.join('\n'), logo))
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.screenshot({ path: path.join(projectRoot, file) })
  await browser.close()
  print(file)
}

await runToEnd(drawSocialCard)
