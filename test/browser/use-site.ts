import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'
import { startBrowser } from '../support/start-browser.ts'
import type { RunningSite, SiteOptions } from '../support/start-site.ts'

/** Where the tests of one file play. */
export interface Stage<Site extends RunningSite = RunningSite> {
  readonly site: Site
  readonly browser: Browser
}

/** What every site of the suites begins with: a dump of a database with our tables. */
type Given = Required<Pick<SiteOptions, 'data'>>

/** One site and one browser for all tests of a file; there once its tests run. */
export function useSite<Site extends RunningSite>(start: (given: Given) => Promise<Site>): Stage<Site> {
  let stage: Stage<Site> | undefined
  beforeAll(async () => {
    const data = new Blob([await readFile(inject('databaseDump'))])
    const [site, browser] = await Promise.all([start({ data }), startBrowser()])
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
