import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { startBrowser } from '../support/start-browser.ts'
import type { RunningSite } from '../support/start-site.ts'

/** Where the tests of one file play. */
export interface Stage<Site extends RunningSite = RunningSite> {
  readonly site: Site
  readonly browser: Browser
}

/** One site and one browser for all tests of a file; there once its tests run. */
export function useSite<Site extends RunningSite>(start: () => Promise<Site>): Stage<Site> {
  let stage: Stage<Site> | undefined
  beforeAll(async () => {
    const [site, browser] = await Promise.all([start(), startBrowser()])
    stage = { site, browser }
  })
  afterAll(async () => {
    await stage?.browser.close()
    await stage?.site.close()
  })
  const running = (): Stage<Site> => {
    if (stage === undefined) throw new Error('The site is there only while tests run')
    return stage
  }
  return {
    get site() {
      return running().site
    },
    get browser() {
      return running().browser
    },
  }
}
