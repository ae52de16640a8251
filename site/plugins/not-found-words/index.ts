import type { LoadContext, Plugin } from '@docusaurus/types'
import { everyLanguage } from '../../../lib/profile/index.ts'

/** What the ids of that page's words begin with. */
const prefix = 'palimpsest.notFound.'

/**
 * The words of the page for an unknown address, in the languages other than the site's own, as the module
 * `palimpsest-not-found`. Imported from the languages' files, they would bring the words of every page into whatever knows a language.
 */
export default function notFoundWords({ i18n }: LoadContext): Plugin {
  let file: string | undefined
  return {
    name: 'not-found-words',
    async contentLoaded({ actions }) {
      const others = everyLanguage.filter(({ code }) => code !== i18n.currentLocale)
      const words = await Promise.all(others.map(async ({ code }) => [code, await readWords(code)] as const))
      file = await actions.createData('not-found-words.json', JSON.stringify(Object.fromEntries(words)))
    },
    configureWebpack: () => ({ resolve: { alias: { 'palimpsest-not-found$': file ?? false } } }),
  }
}

/** None where they are English, as in the code. */
async function readWords(code: string): Promise<Record<string, string>> {
  const language = (await import(`../../../lib/profile/languages/${code}.ts`)) as { messages?: Record<string, string> }
  return Object.fromEntries(Object.entries(language.messages ?? {}).filter(([id]) => id.startsWith(prefix)))
}
