import Link from '@docusaurus/Link'
import { translate } from '@docusaurus/Translate'
import { useLocation } from '@docusaurus/router'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import useIsBrowser from '@docusaurus/useIsBrowser'
import notFoundWords from 'palimpsest-not-found'
import type { ReactNode } from 'react'
import { everyLanguage } from '../../../../../lib/profile/index.ts'
import styles from './styles.module.css'

const english = {
  'palimpsest.notFound.undertext': translate({
    id: 'palimpsest.notFound.undertext',
    message:
      'A page stood here, or was meant to. Its writing was washed off, or it moved to another leaf, or its address was copied wrong.',
  }),
  'palimpsest.notFound.title': translate({ id: 'palimpsest.notFound.title', message: 'Nothing is written here.' }),
  'palimpsest.notFound.text': translate({
    id: 'palimpsest.notFound.text',
    message: 'There is no page at this address. The lesson may have moved, or the link may be mistyped.',
  }),
  'palimpsest.notFound.contents': translate({
    id: 'palimpsest.notFound.contents',
    message: 'Go to the contents',
  }),
}
type Words = Readonly<Partial<typeof english>>

interface Speech {
  readonly words: Words
  readonly attributes: { readonly lang?: string; readonly dir?: 'ltr' | 'rtl' }
  /** Where the contents stand in that language, if that is another site than this page's. */
  readonly home?: string
}

/** A host knows one such page, in the default language; the address may be in another. */
function useSpeech(): Speech {
  const { currentLocale } = useDocusaurusContext().i18n
  const code = useLocation().pathname.split('/')[1]
  // The address is known in the browser alone, and the first render has to be as the host's page.
  const isBrowser = useIsBrowser()
  const language = everyLanguage.find((one) => isBrowser && one.code === code && code !== currentLocale)
  if (language === undefined) {
    return { words: english, attributes: {} }
  }
  return {
    words: { ...english, ...notFoundWords[language.code] },
    attributes: { lang: language.code, dir: language.direction },
    home: `/${language.code}`,
  }
}

/** The page for an address where nothing stands. */
export default function NotFoundContent(): ReactNode {
  const { words, attributes, home } = useSpeech()
  const contents = words['palimpsest.notFound.contents']
  return (
    <main className={styles.page} {...attributes}>
      <p className={styles.undertext} aria-hidden="true">
        {`${words['palimpsest.notFound.undertext']} `.repeat(6)}
      </p>
      <div className={styles.text}>
        <h1>{words['palimpsest.notFound.title']}</h1>
        <p>{words['palimpsest.notFound.text']}</p>
        <p>{home === undefined ? <Link to="/">{contents}</Link> : <a href={home}>{contents}</a>}</p>
      </div>
    </main>
  )
}
