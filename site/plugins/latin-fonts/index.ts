import path from 'node:path'
import type { Plugin } from '@docusaurus/types'

/**
 * Serves the Latin fonts of every page cut to what the site uses: the weights that `?wght=…` after a file's
 * name asks for, and the features that its styles use.
 */
export default function latinFonts(): Plugin {
  return {
    name: 'latin-fonts',
    configureWebpack() {
      const loader = path.join(__dirname, 'cut-font.ts')
      return { module: { rules: [{ test: /\.woff2$/, resourceQuery: /wght=/, enforce: 'pre', use: [loader] }] } }
    },
  }
}
