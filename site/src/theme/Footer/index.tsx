import Link from '@docusaurus/Link'
import Translate, { translate } from '@docusaurus/Translate'
import { type ReactNode } from 'react'
import styles from './styles.module.css'

/** A colophon, as on a book's last page. */
export default function Footer(): ReactNode {
  return (
    <footer className={`theme-layout-footer ${styles.footer}`}>
      <div className={styles.inner}>
        <p>
          <Translate id="palimpsest.footer.colophon">
            Set in Literata, Inter, JetBrains Mono and Noto Nastaliq Urdu. A palimpsest is a page written over while the
            original still shows through.
          </Translate>
        </p>
        <nav aria-label={translate({ id: 'palimpsest.footer.label', message: 'Footer' })}>
          <Link to="/onboarding">
            <Translate id="palimpsest.questions.title">Six questions</Translate>
          </Link>
          <Link to="/profile">
            <Translate id="palimpsest.profile.title">Your profile</Translate>
          </Link>
        </nav>
      </div>
    </footer>
  )
}
