import path from 'node:path'

const folder = path.dirname(require.resolve('katex/package.json'))
const { version } = require('katex/package.json') as { version: string }

/** KaTeX's style sheet and fonts. The version in their address lets browsers keep them for ever. */
export const katexFiles = {
  folder: path.join(folder, 'dist'),
  /** Below the site's base address. */
  address: `assets/katex-${version}`,
  styles: 'katex.min.css',
  fonts: 'fonts/*.woff2',
} as const
