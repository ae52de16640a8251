import Head from '@docusaurus/Head'
import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'
import literata from '@fontsource-variable/literata/files/literata-latin-wght-normal.woff2'
import { type ReactNode } from 'react'

/** Asks for the two faces of every page early, under the addresses that the style sheet uses. */
export default function Root({ children }: { children: ReactNode }): ReactNode {
  return (
    <>
      <Head>
        {[literata, inter].map((face) => (
          <link key={face} rel="preload" as="font" type="font/woff2" href={face} crossOrigin="anonymous" />
        ))}
      </Head>
      {children}
    </>
  )
}
