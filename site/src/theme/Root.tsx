import Head from '@docusaurus/Head'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?wght=400-700'
import literata from '@fontsource-variable/literata/files/literata-latin-wght-normal.woff2?wght=400-700'
import nastaliq from '@fontsource-variable/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-wght-normal.woff2'
import { type ReactNode } from 'react'

/** The font without which a page of this locale has no words yet. */
const fontOf: Readonly<Record<string, string>> = { ur: nastaliq }

/** Asks for the fonts of every page early, under the addresses that the style sheet uses. */
export default function Root({ children }: { children: ReactNode }): ReactNode {
  const { currentLocale } = useDocusaurusContext().i18n
  const fonts = [literata, inter, fontOf[currentLocale]].filter((font) => font !== undefined)
  return (
    <>
      <Head>
        {fonts.map((font) => (
          <link key={font} rel="preload" as="font" type="font/woff2" href={font} crossOrigin="anonymous" />
        ))}
      </Head>
      {children}
    </>
  )
}
