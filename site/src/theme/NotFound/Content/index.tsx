import Link from '@docusaurus/Link'
import { type ReactNode } from 'react'
import styles from './styles.module.css'

const undertext =
  'Here stood a page, or was meant to stand. Its ink was washed off, or it moved to another leaf, or the address was copied with a letter too many. '

/** The page for an address where nothing stands. */
export default function NotFoundContent(): ReactNode {
  return (
    <main className={styles.page}>
      <p className={styles.undertext} aria-hidden="true">
        {undertext.repeat(6)}
      </p>
      <div className={styles.text}>
        <h1>Nothing is written here.</h1>
        <p>This address leads to no page. The lesson may have moved, or the link has a letter too many.</p>
        <p>
          <Link to="/">To the table of contents</Link>
        </p>
      </div>
    </main>
  )
}
