import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sitePaths } from '../../local/build-site.ts'
import { startServer, type RunningServer } from '../../local/server.ts'
import { buildPlainSite } from '../support/build-plain-site.ts'
import type { ProjectCopy } from '../support/copy-project.ts'
import { watchFiles, type PageFile } from '../support/page-files.ts'
import { startSite, type RunningSite } from '../support/start-site.ts'
import { aKnownReader, aReader, firstLesson, lessonDone, newcomer } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

const kilobyte = 1000
const code = ['script', 'stylesheet']

const secondLesson = '/lessons/foundations/sensors'
const withFormulas = '/lessons/foundations/frames-and-kinematics'
const withDiagram = '/lessons/software/ros2-nodes-and-topics'

const sum = (files: readonly PageFile[], kinds: readonly string[]): number =>
  files.filter(({ kind }) => kinds.includes(kind)).reduce((total, { bytes }) => total + bytes, 0)

async function loadPage(at: Pick<RunningSite, 'url'>, address: string): Promise<PageFile[]> {
  const { page, leave } = await aReader(stage, { baseURL: at.url })
  const { files } = watchFiles(page)
  await page.goto(address)
  if (address === withDiagram) await page.locator('.docusaurus-mermaid-container svg').first().waitFor()
  const found = await files()
  await leave()
  return found
}

/**
 * What a reader may have to load for the first page they open, in kilobytes after gzip. In Urdu 239 of them are Nastaliq, whose
 * letters have many shapes; cut to what Urdu is written with it would be 185, and every build would take 15 seconds longer.
 */
const budgets = [
  { name: 'the home page', address: '/', code: 157, fonts: 85 },
  { name: 'the questions', address: '/onboarding', code: 163, fonts: 65 },
  { name: 'the profile', address: '/profile', code: 165, fonts: 64 },
  { name: 'a page of the guide', address: '/guide/integrate', code: 188, fonts: 98 },
  { name: 'a lesson with formulas', address: withFormulas, code: 199, fonts: 144 },
  { name: 'the home page in Urdu', address: '/ur', code: 169, fonts: 324 },
  { name: 'the questions in Urdu', address: '/ur/onboarding', code: 175, fonts: 305 },
  { name: 'the profile in Urdu', address: '/ur/profile', code: 177, fonts: 303 },
  { name: 'a page of the guide in Urdu', address: '/ur/guide/integrate', code: 200, fonts: 337 },
  { name: 'a lesson with formulas on a page in Urdu', address: `/ur${withFormulas}`, code: 212, fonts: 383 },
]

test.each(budgets)('$name loads at most $code KB of scripts and styles and $fonts KB of fonts', async (budget) => {
  const files = await loadPage(stage.site, budget.address)
  expect(sum(files, code)).toBeLessThanOrEqual(budget.code * kilobyte)
  expect(sum(files, ['font'])).toBeLessThanOrEqual(budget.fonts * kilobyte)
})

describe('beside the same lesson of a plain Docusaurus site', () => {
  let copy: ProjectCopy
  let plain: RunningServer
  beforeAll(async () => {
    copy = await buildPlainSite()
    plain = await startServer({ siteDir: path.join(copy.root, sitePaths.siteDir), functions: {} })
  })
  afterAll(async () => {
    await plain.close()
    await copy.remove()
  })

  test.each([firstLesson, withFormulas, withDiagram])(
    '%s, read as written, loads at most 8.2 KB more',
    async (lesson) => {
      const kinds = ['document', ...code]
      const more = sum(await loadPage(stage.site, lesson), kinds) - sum(await loadPage(plain, lesson), kinds)
      expect(more).toBeLessThanOrEqual(8.2 * kilobyte)
    },
  )
})

test('the personalized view comes in scripts and styles of at most 67 KB, and only when it is asked for', async () => {
  const { page, leave } = await aKnownReader(stage, { answers: newcomer })
  const { files } = watchFiles(page)
  await page.goto(firstLesson)
  const before = await files()
  // The next lesson is fetched ahead: what its page is made of is not part of this one's view.
  const next = new Set((await loadPage(stage.site, secondLesson)).map((file) => file.path))
  await page.getByRole('tab', { name: 'Personalized' }).click()
  await lessonDone(page)
  const added = (await files()).slice(before.length).filter((file) => !next.has(file.path))
  expect(sum(added, ['script'])).toBeGreaterThan(20 * kilobyte)
  expect(sum(added, code)).toBeLessThanOrEqual(67 * kilobyte)
  await leave()
})

test.each([firstLesson, '/profile'])('%s names every script that it begins with', async (address) => {
  const html = await (await fetch(`${stage.site.url}${address}`)).text()
  const scripts = (await loadPage(stage.site, address)).filter(({ kind }) => kind === 'script')
  expect(scripts.length).toBeGreaterThan(3)
  expect(scripts.map((file) => file.path).filter((script) => !html.includes(script))).toEqual([])
})

test('for a reader who arrives in the personalized view, its files are fetched with the page, each once', async () => {
  const { page, leave } = await aKnownReader(stage, { answers: newcomer })
  const requests: string[] = []
  page.on('request', (request) => {
    const isFile = code.includes(request.resourceType())
    if (isFile || request.url().includes('/api/')) requests.push(new URL(request.url()).pathname)
  })
  await page.goto(`${firstLesson}?view=personalized`)
  await lessonDone(page)
  const html = await (await fetch(`${stage.site.url}${firstLesson}`)).text()
  const template = /<template id=lesson-view>(.*?)<\/template>/.exec(html)?.[1] ?? ''
  const files = [...template.matchAll(/href=(\S+)/g)].map(([, file = '']) => file)
  expect(files.length).toBeGreaterThan(2)
  const calls = requests.findIndex((name) => name.startsWith('/api/'))
  expect(requests.slice(0, calls)).toEqual(expect.arrayContaining(files))
  expect(requests.filter((name) => files.includes(name))).toHaveLength(files.length)
  await leave()
})

test('a page has had its first frame when its scripts begin', async () => {
  const { page, leave } = await aReader(stage)
  await page.addInitScript(() => {
    const steps: string[] = []
    Object.assign(window, { steps })
    requestAnimationFrame(() => void steps.push('frame'))
    new MutationObserver((changes) => {
      const added = changes.flatMap(({ addedNodes }) => [...addedNodes])
      if (added.some((node) => node instanceof HTMLScriptElement && node.src !== '')) steps.push('script')
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto(firstLesson)
  const steps = await page.evaluate(() => (window as unknown as { steps: string[] }).steps)
  expect(steps.slice(0, 2)).toEqual(['frame', 'script'])
  await leave()
})

test('KaTeX is loaded where there are formulas, and Mermaid where there are diagrams, and nowhere else', async () => {
  const has = (files: readonly PageFile[]) => ({
    formulas: files.some(({ path: file }) => file.includes('katex')),
    diagrams: sum(files, ['script']) > 400 * kilobyte,
  })
  expect(has(await loadPage(stage.site, withFormulas))).toEqual({ formulas: true, diagrams: false })
  expect(has(await loadPage(stage.site, withDiagram))).toEqual({ formulas: false, diagrams: true })
  for (const address of [
    '/',
    '/onboarding',
    '/profile',
    '/guide/integrate',
    '/lessons/software/ros2-services-and-actions',
  ])
    expect(has(await loadPage(stage.site, address)), address).toEqual({ formulas: false, diagrams: false })
})

test('the scripts of other pages are fetched once a page has rested, not beside its own', async () => {
  const { page, leave } = await aReader(stage)
  await page.addInitScript(() => {
    const waits: number[] = []
    Object.assign(window, { waits })
    new MutationObserver(() => {
      const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
      const links = document.querySelectorAll('link[rel="prefetch"]').length
      if (links > 0) waits.push(visit?.loadEventStart ? performance.now() - visit.loadEventStart : 0)
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto('/')
  await page.locator('link[rel="prefetch"]').first().waitFor({ state: 'attached' })
  const waits = await page.evaluate(() => (window as unknown as { waits: number[] }).waits)
  expect(Math.min(...waits)).toBeGreaterThan(2_900)
  await leave()
})
