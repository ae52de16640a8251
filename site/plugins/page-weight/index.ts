import path from 'node:path'
import type { LoadContext, Plugin, PostCssOptions } from '@docusaurus/types'
import { namePageChunks } from './name-page-chunks.ts'
import { nameViewFiles } from './name-view-files.ts'

/** The parts of PostCSS that are used here. */
interface Styles {
  readonly root: { readonly source?: { readonly input: { readonly file?: string } } }
}
interface Mirror {
  readonly postcssPlugin: string
  prepare(result: Styles): unknown
}

/** The styles of the palimpsest plugin that a lesson needs as its author wrote it. */
const early =
  'controls[\\\\/](controls|defaults|tab-list)|frame[\\\\/]|reading[\\\\/]reading-menu|glossary[\\\\/]term\\.'

/**
 * Docusaurus makes one style sheet for all pages. Here it holds what more than one page needs at once: the styles of single
 * pages are linked by them, and what is shown on demand brings its styles along.
 */
const ofEveryPage = (translated: boolean): RegExp =>
  new RegExp(
    `^(?!.*(palimpsest[\\\\/]client|src[\\\\/](pages|components))[\\\\/])|palimpsest[\\\\/]client[\\\\/](${early}${translated ? '|languages[\\\\/]directions' : ''})`,
  )

/**
 * What keeps this site's pages small and quick, beyond what they show: how its scripts and styles are cut into files, which of
 * these each page names, and which styles are not mirrored. A site does without it.
 */
export default function pageWeight({ generatedFilesDir, i18n }: LoadContext): Plugin {
  return {
    name: 'page-weight',
    configurePostCss: leaveUnmirrored,
    configureWebpack: ({ mode }, isServer) => ({
      plugins: isServer ? [] : [namePageChunks(generatedFilesDir)],
      // By their numbers alone: every page loads the list of them, which names besides made 0.3 KB larger.
      ...(isServer || mode !== 'production' ? {} : { output: { chunkFilename: 'assets/js/[id].[contenthash:8].js' } }),
      optimization: {
        splitChunks: { cacheGroups: { styles: { test: ofEveryPage(i18n.currentLocale !== i18n.defaultLocale) } } },
      },
    }),
    postBuild: ({ outDir }) => nameViewFiles({ outDir, generatedFilesDir }),
  }
}

const palimpsest = path.join(__dirname, '../palimpsest')

/** Files whose left and right are meant: those of the palimpsest plugin have none, and a formula runs from left to right everywhere. */
const notMirrored = (file = ''): boolean => file.startsWith(palimpsest) || /[\\/]katex[\\/]/.test(file)

/** Docusaurus mirrors all styles of a page that runs from right to left; not these. */
function leaveUnmirrored(options: PostCssOptions): PostCssOptions {
  const plugins = (options.plugins as Mirror[]).map((plugin) =>
    plugin.postcssPlugin === 'RtlCssPlugin'
      ? {
          ...plugin,
          prepare: (result: Styles) => (notMirrored(result.root.source?.input.file) ? {} : plugin.prepare(result)),
        }
      : plugin,
  )
  return { ...options, plugins }
}
