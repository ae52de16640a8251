import path from 'node:path'
import type { Plugin } from '@docusaurus/types'

/**
 * Serves the Latin faces of every page with what the site sets in them and no more: the weights that `?wght=…` after a file's
 * name asks for, and the features that its styles use.
 */
export default function latinFaces(): Plugin {
  return {
    name: 'latin-faces',
    configureWebpack() {
      const loader = path.join(__dirname, 'cut-face.ts')
      return { module: { rules: [{ test: /\.woff2$/, resourceQuery: /wght=/, enforce: 'pre', use: [loader] }] } }
    },
  }
}
