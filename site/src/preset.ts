import type { Options as DocsOptions } from '@docusaurus/plugin-content-docs'
import type { Options as ThemeOptions } from '@docusaurus/theme-classic'
import type { LoadContext, Preset } from '@docusaurus/types'

/** A type, not an interface: Docusaurus wants an index signature. */
export type PresetOptions = {
  readonly docs: DocsOptions
  readonly theme: ThemeOptions
}

/**
 * What this site uses of `@docusaurus/preset-classic`, in its order. The whole preset also installs a search service, a blog,
 * analytics and a debugger: 40 MB.
 */
export default function preset(_context: LoadContext, { docs, theme }: PresetOptions): Preset {
  const isProduction = process.env.NODE_ENV === 'production'
  return {
    themes: [['@docusaurus/theme-classic', theme]],
    plugins: [
      ['@docusaurus/plugin-content-docs', docs],
      '@docusaurus/plugin-content-pages',
      ...(isProduction ? ['@docusaurus/plugin-sitemap'] : []),
      '@docusaurus/plugin-svgr',
    ],
  }
}
