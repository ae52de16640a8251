import { globSync } from 'node:fs'
import path from 'node:path'
import { extractAllSourceCodeFileTranslations, getBabelOptions } from '@docusaurus/babel'

const site = path.join(import.meta.dirname, '../../site')

/** What the pages of one language say. */
export interface PageWords {
  readonly locale: string
  /** The message of an id, with its placeholders. */
  say(id: string): string
  /** Matches the message of an id; placeholders without a value stand for anything. */
  pattern(id: string, values?: Readonly<Record<string, string | number>>): RegExp
}

/** Reads the English words from the code, as Docusaurus does, and those of another language from its file. */
export async function readPageWords(locale: string): Promise<PageWords> {
  const messages = locale === 'en' ? await extractMessages() : await readMessages(locale)
  const say = (id: string): string => {
    const message = messages[id]
    if (message === undefined) throw new Error(`The pages have no words for "${id}" (${locale})`)
    return message
  }
  return {
    locale,
    say,
    pattern: (id, values = {}) =>
      new RegExp(
        say(id)
          .split(/(\{\w+\})/)
          .map((part) => (/^\{\w+\}$/.test(part) ? String(values[part.slice(1, -1)] ?? '.+') : escapePattern(part)))
          .join(''),
      ),
  }
}

const escapePattern = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)

async function extractMessages(): Promise<Record<string, string>> {
  const files = globSync(['src/**/*.{ts,tsx}', 'plugins/**/*.{ts,tsx}'], { cwd: site })
    .filter((file) => !file.includes('.test.'))
    .map((file) => path.join(site, file))
  const extracted = await extractAllSourceCodeFileTranslations(files, getBabelOptions({ isServer: true }))
  const all = extracted.flatMap(({ translations }) => Object.entries(translations))
  return Object.fromEntries(all.map(([id, { message }]) => [id, message]))
}

async function readMessages(locale: string): Promise<Record<string, string>> {
  const file = path.join(site, `../lib/profile/languages/${locale}.ts`)
  const { messages = {} } = (await import(file)) as { messages?: Record<string, string> }
  return messages
}
