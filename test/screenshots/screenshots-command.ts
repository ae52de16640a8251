import type { Shot } from './shot.ts'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import pLimit from 'p-limit'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { addKey } from '../../lib/db/key-queries.ts'
import { CommandFailure } from '../../local/command-failure.ts'
import { print, runToEnd } from '../../local/run-to-end.ts'
import { atRest } from '../browser/support.ts'
import { turnScheme } from '../browser/turn-scheme.ts'
import { newcomer } from '../support/newcomer.ts'
import { seedInsights } from '../support/seed-insights.ts'
import { startBrowser } from '../support/start-browser.ts'
import { projectRoot } from '../support/start-site.ts'
import { startStatesSite } from '../support/start-states-site.ts'
import { layOut, type Photograph } from './contact-sheet.ts'
import { listShots } from './shots.ts'

const folder = path.join(projectRoot, 'screenshots')
const widths = [1440, 820, 390]
const schemes = ['light', 'dark'] as const
const pagesAtOnce = 3

/**
 * `npm run screenshots [word]`: photographs every state, or those with this word in their name, into `screenshots/`: a folder
 * for each, and beside it a sheet with all its photographs.
 */
async function takeScreenshots(word = ''): Promise<void> {
  const site = await startStatesSite()
  const browser = await startBrowser()
  try {
    await seedInsights(site.db, { now: Date.now() })
    const wanted = { name: 'photographs', scopes: ['insights'], dailyRequests: 0, dailyTokens: 0 } as const
    const key = (await addKey(site.db, wanted))?.key ?? ''
    const shots = (await listShots(site.lessons, key)).filter(({ name }) => name.includes(word))
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder)
    const limit = pLimit(pagesAtOnce)
    const tasks = shots.flatMap((shot) => widths.map((width) => ({ shot, width })))
    const outcomes = await Promise.allSettled(tasks.map((task) => limit(() => photograph(browser, site.url, task))))
    const taken = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []))
    for (const [name, photographs] of Map.groupBy(taken, ({ shot }) => shot)) {
      await layOut(browser, { photographs, file: path.join(folder, `${name}.png`) })
    }
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
}

/** One state at one width, in both colour schemes. */
async function photograph(browser: Browser, baseURL: string, { shot, width }: Task): Promise<Photograph[]> {
  const look = { viewport: { width, height: 900 }, reducedMotion: 'reduce', colorScheme: 'light' } as const
  const context = await browser.newContext({ baseURL, ...look })
  try {
    const page = await openFor(context, shot)
    const taken: Photograph[] = []
    for (const scheme of schemes) {
      await turnScheme(page, scheme)
      await atRest(page)
      const title = `${shot.language}-${width}-${scheme}`
      const file = path.join(folder, shot.name, `${title}.png`)
      await page.screenshot({ path: file, animations: 'disabled' })
      print(path.relative(projectRoot, file))
      taken.push({ shot: shot.name, title, file })
    }
    return taken
  } catch (error) {
    throw new Error(`${shot.name}, ${shot.language} at ${width}: ${String(error)}`, { cause: error })
  } finally {
    await context.close()
  }
}

async function openFor(context: BrowserContext, { reads, open }: Shot): Promise<Page> {
  const page = await context.newPage()
  if (reads !== null) {
    const profile = JSON.stringify({ answers: { ...newcomer, preferred_language: reads }, sent: false })
    await page.addInitScript((stored) => localStorage.setItem('palimpsest.profile', stored), profile)
  }
  await open(page)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  return page
}

await runToEnd(() => takeScreenshots(process.argv[2]))
