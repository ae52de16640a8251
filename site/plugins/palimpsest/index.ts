import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { AllContent, LoadContext, OptionValidationContext, Plugin, PostCssOptions } from '@docusaurus/types'
import type { LoadedContent } from '@docusaurus/plugin-content-docs'
import { setTextSizeEarly } from './client/aids/set-text-size-early.ts'
import { facetWordsIn } from './client/learner/facet-words.ts'
import { setViewEarly } from './client/lesson/set-view-early.ts'
import { everyLanguage, isLanguage } from '../../../lib/profile/index.ts'
import type { ManifestSources } from './manifest/build-manifest.ts'
import { buildManifest } from './manifest/build-manifest.ts'
import { readGlossary } from './manifest/read-glossary.ts'
import { namePageChunks } from './pages/name-page-chunks.ts'
import { nameViewFiles } from './pages/name-view-files.ts'
import type { PalimpsestInput, PalimpsestOptions } from './options.ts'
import { parseOptions } from './options.ts'

/** The parts of PostCSS that are used here. */
interface Styles {
  readonly root: { readonly source?: { readonly input: { readonly file?: string } } }
}
interface Mirror {
  readonly postcssPlugin: string
  prepare(result: Styles): unknown
}

/** Runs in the page's head, before the first paint, so that nothing moves after it. Where storage is forbidden, nothing is set. */
const setEarly = `try{let l=localStorage,d=document.documentElement.dataset;${setTextSizeEarly}${setViewEarly}}catch(e){}`

/** The plugin's styles that a lesson needs as its author wrote it. */
const early = 'controls|defaults|lesson[\\\\/](lesson-head|note-place)|aids[\\\\/](reading-menu|term\\.)'

/**
 * Docusaurus makes one style sheet for all pages. Here it holds what more than one page needs at once: the styles of single
 * pages are linked by them, and what is shown on demand brings its styles along.
 */
const ofEveryPage = (translated: boolean): RegExp =>
  new RegExp(
    `^(?!.*(palimpsest[\\\\/]client|src[\\\\/](pages|components))[\\\\/])|palimpsest[\\\\/]client[\\\\/](${early}${translated ? '|languages[\\\\/]directions' : ''})`,
  )

/**
 * The build half of Palimpsest: brings the theme parts, tells the pages where the API is, and leaves the split lessons for
 * publishing. The remark plugin `remark/wrap-lessons.ts` belongs to it; list that one with the lessons' docs.
 */
export default function palimpsest(context: LoadContext, options: PalimpsestOptions): Plugin {
  const { siteConfig, siteDir, baseUrl, generatedFilesDir, i18n } = context
  const language = options.language ?? i18n.defaultLocale
  const glossaryFile = options.glossary === undefined ? undefined : path.resolve(siteDir, options.glossary)
  const readTerms = async () => (glossaryFile === undefined ? [] : readGlossary(glossaryFile))
  // Pages in another language than their lessons have to say so of every word of the author's; no other page carries that.
  const translated = language !== i18n.currentLocale
  const theme = path.join(__dirname, translated ? 'theme-translated' : 'theme')
  let lessons: Pick<ManifestSources, 'folder' | 'docs'> | undefined
  let termNames: string | undefined
  let site: string | undefined
  let facets: string | undefined
  return {
    name: 'palimpsest',
    getThemePath: () => theme,
    getTypeScriptThemePath: () => theme,
    getClientModules: () => [path.join(__dirname, 'client/copy/copy-passages.ts')],
    configurePostCss: leaveOursAlone,
    getPathsToWatch: () => (glossaryFile === undefined ? [] : [glossaryFile]),
    injectHtmlTags: () => ({ headTags: [{ tagName: 'script', innerHTML: setEarly }] }),
    configureWebpack: ({ mode }, isServer) => ({
      plugins: isServer ? [] : [namePageChunks(generatedFilesDir)],
      // By their numbers alone: every page loads the list of them, which names besides made 0.3 KB larger.
      ...(isServer || mode !== 'production' ? {} : { output: { chunkFilename: 'assets/js/[id].[contenthash:8].js' } }),
      resolve: {
        alias: {
          'palimpsest-glossary$': glossaryFile ?? path.join(__dirname, 'client/aids/no-glossary.json'),
          'palimpsest-term-names$': termNames ?? false,
          'palimpsest-site$': site ?? false,
          'palimpsest-facets$': facets ?? false,
        },
      },
      optimization: { splitChunks: { cacheGroups: { styles: { test: ofEveryPage(translated) } } } },
    }),
    getDefaultCodeTranslationMessages: () => readMessages(i18n.currentLocale),
    async contentLoaded({ actions }) {
      const names = (await readTerms()).map(({ term, aliases }) => ({ term, aliases }))
      termNames = await actions.createData('term-names.json', JSON.stringify(names))
      const languages = Object.fromEntries(
        everyLanguage.map(({ code, native, direction }) => [code, { native, direction }]),
      )
      const { emoji } = siteConfig.markdown
      const facts = { apiBase: options.apiBase, baseUrl, language, emoji, languages }
      site = await actions.createData('site.json', JSON.stringify(facts))
      facets = await actions.createData('facets.json', JSON.stringify(facetWordsIn(i18n.currentLocale)))
    },
    allContentLoaded({ allContent }) {
      lessons = findLessons(allContent, options.docs, siteDir)
    },
    async postBuild({ outDir }) {
      await nameViewFiles({ outDir, generatedFilesDir })
      await copyFile(path.join(__dirname, 'offline/service-worker.js'), path.join(outDir, 'palimpsest-worker.js'))
      if (lessons === undefined || i18n.currentLocale !== i18n.defaultLocale) return
      const manifest = await buildManifest({ ...lessons, language, glossary: await readTerms() })
      const file = path.resolve(siteDir, options.manifest)
      await mkdir(path.dirname(file), { recursive: true })
      await writeFile(file, JSON.stringify(manifest))
    },
  }
}

export function validateOptions({ options }: OptionValidationContext<PalimpsestInput, PalimpsestOptions>) {
  return parseOptions(options)
}

/** The words of the pages in a locale; none where they are English, as in the code. */
async function readMessages(locale: string): Promise<Record<string, string>> {
  if (!isLanguage(locale)) return {}
  const file = (await import(`../../../lib/profile/languages/${locale}.ts`)) as { messages?: Record<string, string> }
  return file.messages ?? {}
}

/** Files whose left and right are meant: those of the plugin have none, and a formula runs from left to right everywhere. */
const notMirrored = (file = ''): boolean => file.startsWith(__dirname) || /[\\/]katex[\\/]/.test(file)

/** Docusaurus mirrors all styles of a page that runs from right to left; not these. */
function leaveOursAlone(options: PostCssOptions): PostCssOptions {
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

/** The docs of the lessons' newest version. */
function findLessons(
  allContent: AllContent,
  docsId: string,
  siteDir: string,
): Pick<ManifestSources, 'folder' | 'docs'> {
  const content = allContent['docusaurus-plugin-content-docs']?.[docsId] as LoadedContent | undefined
  const version = content?.loadedVersions[0]
  if (version === undefined)
    throw new Error(`Cannot find lessons: the site has no docs instance ${JSON.stringify(docsId)}`)
  const docs = version.docs.map(({ source, title, description }) => ({
    file: source.replace('@site', siteDir),
    title,
    description,
  }))
  return { folder: version.contentPath, docs }
}
