import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { LoadContext, Plugin } from '@docusaurus/types'
import subsetFont from 'subset-font'
import { everyLanguage } from '../../../lib/profile/index.ts'

/** The font of each language whose script the fonts of all pages do not have. */
const fontOf: Readonly<Record<string, string>> = {
  ur: '@fontsource-variable/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-wght-normal.woff2',
}

interface Font {
  /** Where it lies in the built site. */
  readonly file: string
  readonly letters: string
  readonly bytes: Buffer
}

/**
 * A font with nothing but the letters of the languages' own names, for pages that name a language without being
 * in it: the four letters of Urdu's are 2 KB, the whole font is 240 KB. Used by `[data-native-name]`. Not left to the
 * bundler, which would write fonts as small as these into the styles of every page.
 */
export default async function nativeNames({ baseUrl }: LoadContext): Promise<Plugin> {
  const fonts = await Promise.all(everyLanguage.filter(({ code }) => code in fontOf).map(cutFont))
  const rules = fonts.map((font) => renderRule(font, baseUrl)).join('')
  return {
    name: 'native-names',
    injectHtmlTags: () => ({ headTags: [{ tagName: 'style', innerHTML: rules }] }),
    async postBuild({ outDir }) {
      await mkdir(path.join(outDir, 'assets/fonts'), { recursive: true })
      for (const { file, bytes } of fonts) await writeFile(path.join(outDir, file), bytes)
    },
  }
}

async function cutFont({ code, native }: (typeof everyLanguage)[number]): Promise<Font> {
  const whole = await readFile(createRequire(__filename).resolve(fontOf[code] ?? ''))
  const bytes = await subsetFont(whole, native, { targetFormat: 'woff2' })
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8)
  return { file: `assets/fonts/native-${code}.${hash}.woff2`, letters: native, bytes }
}

function renderRule({ file, letters }: Font, baseUrl: string): string {
  const points = [...new Set(letters)].map((letter) => `U+${letter.codePointAt(0)?.toString(16).padStart(4, '0')}`)
  const range = points.join(',')
  return `@font-face{font-family:'Native Names';font-display:swap;font-weight:400 700;src:url(${baseUrl}${file});unicode-range:${range}}`
}
