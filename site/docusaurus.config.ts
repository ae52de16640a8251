import path from 'node:path'
import type { Options as DocsOptions } from '@docusaurus/plugin-content-docs'
import type { Config } from '@docusaurus/types'
import rehypeKatex from 'rehype-katex'
import remarkMath from 'remark-math'
import { highlightBlocks } from './plugins/code-blocks/highlight-blocks.ts'
import { styleFormulas } from './plugins/formulas/style-formulas.ts'
import { everyLanguage } from '../lib/profile/index.ts'
import type { PalimpsestInput } from './plugins/palimpsest/options.ts'
import { wrapMeasurements } from './plugins/palimpsest/remark/wrap-measurements.ts'
import wrapLessons, { type WrapLessonsOptions } from './plugins/palimpsest/remark/wrap-lessons.ts'
import { pageTemplate } from './src/page-template'
import type { PresetOptions } from './src/preset'
import { findSiteUrl } from './src/site-url'
import { themeConfig } from './src/theme-config'

const baseUrl = '/'
const formulasAndCode: Pick<DocsOptions, 'remarkPlugins' | 'rehypePlugins'> = {
  remarkPlugins: [remarkMath],
  rehypePlugins: [rehypeKatex, [styleFormulas, { baseUrl }], highlightBlocks],
}

const styles = ['tokens', 'fonts', 'infima', 'base', 'text', 'frame', 'print']

const lessons: WrapLessonsOptions = {
  folder: path.join(__dirname, 'docs'),
  glossary: path.join(__dirname, 'glossary.json'),
}

const preset: PresetOptions = {
  docs: {
    ...formulasAndCode,
    path: 'docs',
    routeBasePath: 'lessons',
    sidebarPath: './sidebars.ts',
    // As a function: options in a list would go, with the folders of this machine, into the scripts of every page.
    beforeDefaultRemarkPlugins: [() => wrapLessons(lessons)],
  },
  theme: { customCss: styles.map((name) => `./src/css/${name}.css`) },
}

const guide: DocsOptions = {
  ...formulasAndCode,
  id: 'guide',
  path: 'guide',
  routeBasePath: 'guide',
  sidebarPath: './guide-sidebars.ts',
  beforeDefaultRemarkPlugins: [() => wrapMeasurements],
}
const palimpsest: PalimpsestInput = { apiBase: '', glossary: './glossary.json' }

/** No cache on disk: it would show pages made by an older remark phase. */
const faster = {
  swcJsLoader: true,
  swcJsMinimizer: true,
  swcHtmlMinimizer: true,
  lightningCssMinimizer: true,
  mdxCrossCompilerCache: true,
  rspackBundler: true,
  ssgWorkerThreads: true,
}

const config: Config = {
  title: 'Palimpsest',
  tagline: 'Every lesson, rewritten for the learner who reads it',
  url: findSiteUrl(process.env),
  baseUrl,
  // Its inline script differs from language to language, and the Content-Security-Policy would have to name each.
  baseUrlIssueBanner: false,
  favicon: 'img/favicon.svg',
  future: { v4: { removeLegacyPostBuildHeadAttribute: true }, faster },
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  markdown: { mermaid: true, hooks: { onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw' } },
  i18n: {
    defaultLocale: 'en',
    locales: everyLanguage.map(({ code }) => code),
    localeConfigs: Object.fromEntries(
      everyLanguage.map(({ code, native, direction }) => [code, { label: native, direction }]),
    ),
  },
  ssrTemplate: pageTemplate,
  clientModules: ['./src/prefetch-later.ts'],
  themes: ['@docusaurus/theme-mermaid'],
  presets: [['./src/preset.ts', preset]],
  plugins: [
    ['@docusaurus/plugin-content-docs', guide],
    './plugins/code-blocks/index.ts',
    './plugins/formulas/index.ts',
    './plugins/inline-scripts/index.ts',
    './plugins/latin-fonts/index.ts',
    './plugins/native-names/index.ts',
    './plugins/not-found-words/index.ts',
    './plugins/page-weight/index.ts',
    './plugins/robots/index.ts',
    ['./plugins/palimpsest/index.ts', palimpsest],
  ],
  themeConfig,
}

export default config
