import Head from '@docusaurus/Head'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?wght=400-700'
import literata from '@fontsource-variable/literata/files/literata-latin-wght-normal.woff2?wght=400-700'
import nastaliq from '@fontsource-variable/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-wght-normal.woff2'
import { type ReactNode } from 'react'

/** The face without which a page of this locale has no words yet. */
const faceOf: Readonly<Record<string, string>> = { ur: nastaliq }

/** Asks for the faces of every page early, under the addresses that the style sheet uses. */
export default function Root({ children }: { children: ReactNode }): ReactNode {
  const { currentLocale } = useDocusaurusContext().i18n
  const faces = [literata, inter, faceOf[currentLocale]].filter((face) => face !== undefined)
  return (
    <>
      <Head>
        {faces.map((face) => (
          <link key={face} rel="preload" as="font" type="font/woff2" href={face} crossOrigin="anonymous" />
        ))}
      </Head>
      {children}
    </>
  )
}
