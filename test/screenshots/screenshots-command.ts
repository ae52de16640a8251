import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import pLimit from 'p-limit'
import type { Browser } from 'playwright-core'
import { CommandFailure } from '../../local/command-failure.ts'
import { print, runToEnd } from '../../local/run-to-end.ts'
import { newcomer } from '../support/newcomer.ts'
import { readSiteLessons } from '../support/site-lessons.ts'
import { startBrowser } from '../support/start-browser.ts'
import { projectRoot, startSite } from '../support/start-site.ts'
import { listShots, type Shot } from './shots.ts'

const folder = path.join(projectRoot, 'screenshots')
const widths = [390, 820, 1440]
const schemes = ['light', 'dark'] as const
const pagesAtOnce = 3
const photographed = 'foundations/physical-ai'

/** `npm run screenshots [word]`: photographs every state, or those with this word in their name, into `screenshots/`. */
async function takeScreenshots(word = ''): Promise<void> {
  const site = await startSite()
  const browser = await startBrowser()
  try {
    const lesson = (await readSiteLessons()).find(({ slug }) => slug === photographed)
    if (!lesson) throw new CommandFailure(`Cannot photograph "${photographed}": the site has no such lesson`)
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder)
    const limit = pLimit(pagesAtOnce)
    const tasks = listShots(lesson)
      .filter(({ name }) => name.includes(word))
      .flatMap((shot) => widths.flatMap((width) => schemes.map((scheme) => ({ shot, width, scheme }))))
    const outcomes = await Promise.allSettled(tasks.map((task) => limit(() => photograph(browser, site.url, task))))
    const failed = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : []))
    if (failed.length > 0) throw new CommandFailure(`${failed.length} not taken:\n${failed.join('\n')}`)
  } finally {
    await browser.close()
    await site.close()
  }
}

interface Task {
  readonly shot: Shot
  readonly width: number
  readonly scheme: (typeof schemes)[number]
}

async function photograph(browser: Browser, baseURL: string, { shot, width, scheme }: Task): Promise<void> {
  const file = path.join(folder, `${shot.name}-${width}-${scheme}.png`)
  const look = { colorScheme: scheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' } as const
  const context = await browser.newContext({ baseURL, ...look })
  try {
    const page = await context.newPage()
    if (shot.language !== null) {
      const profile = JSON.stringify({ answers: { ...newcomer, preferred_language: shot.language }, sent: false })
      await page.addInitScript((stored) => localStorage.setItem('palimpsest.profile', stored), profile)
    }
    await shot.open(page)
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    await page.screenshot({ path: file, animations: 'disabled' })
    print(path.relative(projectRoot, file))
  } catch (error) {
    throw new Error(`${shot.name} at ${width}, ${scheme}: ${String(error)}`, { cause: error })
  } finally {
    await context.close()
  }
}

await runToEnd(() => takeScreenshots(process.argv[2]))
