import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { LoadContext, Plugin } from '@docusaurus/types'
import subsetFont from 'subset-font'
import { everyLanguage } from '../../../lib/profile/index.ts'

/** The face of each language whose script the faces of all pages do not have. */
const faceOf: Readonly<Record<string, string>> = {
  ur: '@fontsource-variable/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-wght-normal.woff2',
}

interface Face {
  /** Where it lies in the built site. */
  readonly file: string
  readonly letters: string
  readonly bytes: Buffer
}

/**
 * A face with nothing but the letters of the languages' own names, for pages that name a language without being
 * in it: the four letters of Urdu's are 2 KB, the whole face is 240 KB. Used by `[data-native-name]`. Not left to the
 * bundler, which would write faces as small as these into the styles of every page.
 */
export default async function nativeNames({ baseUrl }: LoadContext): Promise<Plugin> {
  const faces = await Promise.all(everyLanguage.filter(({ code }) => code in faceOf).map(cutFace))
  const rules = faces.map((face) => renderRule(face, baseUrl)).join('')
  return {
    name: 'native-names',
    injectHtmlTags: () => ({ headTags: [{ tagName: 'style', innerHTML: rules }] }),
    async postBuild({ outDir }) {
      await mkdir(path.join(outDir, 'assets/fonts'), { recursive: true })
      for (const { file, bytes } of faces) await writeFile(path.join(outDir, file), bytes)
    },
  }
}

async function cutFace({ code, native }: (typeof everyLanguage)[number]): Promise<Face> {
  const whole = await readFile(createRequire(__filename).resolve(faceOf[code] ?? ''))
  const bytes = await subsetFont(whole, native, { targetFormat: 'woff2' })
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8)
  return { file: `assets/fonts/native-${code}.${hash}.woff2`, letters: native, bytes }
}

function renderRule({ file, letters }: Face, baseUrl: string): string {
  const points = [...new Set(letters)].map((letter) => `U+${letter.codePointAt(0)?.toString(16).padStart(4, '0')}`)
  const range = points.join(',')
  return `@font-face{font-family:'Native Names';font-display:swap;font-weight:400 700;src:url(${baseUrl}${file});unicode-range:${range}}`
}
