import { rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { runDocusaurusBuild } from '../../local/run-docusaurus.ts'
import { copyProject, type ProjectCopy } from './copy-project.ts'

/** The site's own configuration, without everything that makes its lessons personal. */
const plainConfig = `import config from './palimpsest.config.ts'

const isOurs = (entry) => ['palimpsest', 'page-weight'].some((name) => String(entry).includes('plugins/' + name + '/'))
config.plugins = config.plugins.filter((entry) => !isOurs(entry))
config.presets[0][1].docs.beforeDefaultRemarkPlugins = []
config.onBrokenLinks = 'ignore'
export default config
`

/** Builds the same lessons in the same look as a plain Docusaurus site: no plugin, no page that is made with it, and in English. */
export async function buildPlainSite(): Promise<ProjectCopy> {
  const copy = await copyProject()
  const site = path.join(copy.root, 'site')
  await rename(path.join(site, 'docusaurus.config.ts'), path.join(site, 'palimpsest.config.ts'))
  await writeFile(path.join(site, 'docusaurus.config.ts'), plainConfig)
  for (const page of ['insights', 'onboarding', 'profile']) await rm(path.join(site, `src/pages/${page}.tsx`))
  await runDocusaurusBuild(copy.root, { languages: ['en'] })
  return copy
}
