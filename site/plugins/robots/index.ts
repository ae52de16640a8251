import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { LoadContext, Plugin } from '@docusaurus/types'
import { buildRobots } from './build-robots.ts'

/** Writes `robots.txt` at the root of the site, with the default language's pages: robots look for it nowhere else. */
export default function robots({ siteConfig, i18n, baseUrl }: LoadContext): Plugin {
  return {
    name: 'robots',
    async postBuild({ outDir }) {
      if (i18n.currentLocale !== i18n.defaultLocale || baseUrl !== '/') return
      const folders = i18n.locales.map((locale) => (locale === i18n.defaultLocale ? '/' : `/${locale}/`))
      await writeFile(path.join(outDir, 'robots.txt'), buildRobots(siteConfig.url, folders))
    },
  }
}
