import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { AllContent, LoadContext, OptionValidationContext, Plugin } from '@docusaurus/types'
import type { LoadedContent } from '@docusaurus/plugin-content-docs'
import { facetWordsIn } from './client/profile/facet-words.ts'
import { earlyScript } from './client/page/early-script.ts'
import { everyLanguage, isLanguage } from '../../../lib/profile/index.ts'
import { buildManifest, type ManifestSources } from './manifest/build-manifest.ts'
import { readGlossary } from './manifest/read-glossary.ts'
import { parseOptions, type PalimpsestInput, type PalimpsestOptions } from './options.ts'

/**
 * The build half of Palimpsest: brings the theme parts, gives the pages the API's address, and leaves the split lessons for
 * publishing. The remark plugin `remark/wrap-lessons.ts` belongs to it; list that one with the lessons' docs.
 */
export default function palimpsest(context: LoadContext, options: PalimpsestOptions): Plugin {
  const { siteConfig, siteDir, baseUrl, i18n } = context
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
    getPathsToWatch: () => (glossaryFile === undefined ? [] : [glossaryFile]),
    injectHtmlTags: () => ({ headTags: [{ tagName: 'script', innerHTML: earlyScript }] }),
    configureWebpack: () => ({
      resolve: {
        alias: {
          'palimpsest-glossary$': glossaryFile ?? path.join(__dirname, 'client/glossary/no-glossary.json'),
          'palimpsest-term-names$': termNames ?? false,
          'palimpsest-site$': site ?? false,
          'palimpsest-facets$': facets ?? false,
        },
      },
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
      await copyFile(
        path.join(__dirname, 'client/offline/service-worker.js'),
        path.join(outDir, 'palimpsest-worker.js'),
      )
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
