import Link from '@docusaurus/Link'
import Translate, { translate } from '@docusaurus/Translate'
import { type ReactNode } from 'react'
import styles from './styles.module.css'

/** The page for an address where nothing stands. */
export default function NotFoundContent(): ReactNode {
  const undertext = translate({
    id: 'palimpsest.notFound.undertext',
    message:
      'Here stood a page, or was meant to stand. Its ink was washed off, or it moved to another leaf, or the address was copied with a letter too many.',
  })
  return (
    <main className={styles.page}>
      <p className={styles.undertext} aria-hidden="true">
        {`${undertext} `.repeat(6)}
      </p>
      <div className={styles.text}>
        <h1>
          <Translate id="palimpsest.notFound.title">Nothing is written here.</Translate>
        </h1>
        <p>
          <Translate id="palimpsest.notFound.text">
            This address leads to no page. The lesson may have moved, or the link has a letter too many.
          </Translate>
        </p>
        <p>
          <Link to="/">
            <Translate id="palimpsest.notFound.contents">To the table of contents</Translate>
          </Link>
        </p>
      </div>
    </main>
  )
}
