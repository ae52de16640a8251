import { createRequire } from 'node:module'
import type { LoadContext, Plugin } from '@docusaurus/types'

const prismOfEveryPage = createRequire(__filename).resolve('@docusaurus/theme-classic/lib/prism-include-languages')

/**
 * Takes Prism out of the script of all pages, a quarter of whose work at a page's start it is. It comes with the blocks of
 * code that need it: see `src/theme/CodeBlock`.
 */
export default function codeBlocks(_context: LoadContext): Plugin {
  return {
    name: 'code-blocks',
    configureWebpack: () => ({ resolve: { alias: { [prismOfEveryPage.replace(/\.js$/, '')]: false } } }),
  }
}
