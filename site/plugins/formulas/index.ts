import type { LoadContext, Plugin } from '@docusaurus/types'
import { katexFiles } from './katex-files.ts'

/** The part of Rspack that this plugin needs; Docusaurus' types know webpack only. */
interface Rspack {
  readonly CopyRspackPlugin: new (options: { patterns: readonly object[] }) => { apply(compiler: unknown): void }
}

/**
 * Serves KaTeX's styles as files of their own, outside the style sheet of all pages: they weigh three times as much as the
 * rest of it. `style-formulas.ts` links them from the pages that have formulas.
 */
export default function formulas(_context: LoadContext): Plugin {
  const { folder, address, styles, fonts } = katexFiles
  return {
    name: 'formulas',
    configureWebpack(_config, isServer, { currentBundler }) {
      if (isServer) return {}
      const { CopyRspackPlugin } = currentBundler.instance as unknown as Rspack
      const patterns = [styles, fonts].map((from) => ({ from, context: folder, to: `${address}/[path][name][ext]` }))
      return { plugins: [new CopyRspackPlugin({ patterns })] }
    },
  }
}
