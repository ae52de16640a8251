import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { LoadContext, Plugin } from '@docusaurus/types'
import { highlightSamples } from './highlight-samples.ts'

const prismOfEveryPage = createRequire(__filename).resolve('@docusaurus/theme-classic/lib/prism-include-languages')

/**
 * Takes Prism out of the pages: code is highlighted when the site is built. `highlight-blocks.ts` does it for blocks of
 * code. The module `palimpsest-openapi`, made here, is the API's description with its samples highlighted.
 */
export default function codeBlocks({ siteDir }: LoadContext): Plugin {
  let api: string | undefined
  return {
    name: 'code-blocks',
    async contentLoaded({ actions }) {
      const description = await readFile(path.join(siteDir, 'static/api/openapi.json'), 'utf8')
      api = await actions.createData('openapi.json', highlightSamples(description))
    },
    configureWebpack: () => ({
      resolve: {
        alias: { [prismOfEveryPage.replace(/\.js$/, '')]: false, 'palimpsest-openapi$': api ?? false },
      },
    }),
  }
}
