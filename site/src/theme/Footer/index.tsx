import Link from '@docusaurus/Link'
import { useThemeConfig } from '@docusaurus/theme-common'
import { type ReactNode } from 'react'
import styles from './styles.module.css'

/** A colophon, as on a book's last page. */
export default function Footer(): ReactNode {
  const { footer } = useThemeConfig()
  const links = (footer?.links ?? []) as { label?: string; to?: string; href?: string }[]
  return (
    <footer className={`theme-layout-footer ${styles.footer}`}>
      <div className={styles.inner}>
        <p>{footer?.copyright}</p>
        <nav aria-label="Footer">
          {links.map(({ label, to, href }) => (
            <Link key={label} {...(to ? { to } : { href })}>
              {label}
            </Link>
          ))}
        </nav>
      </div>
    </footer>
  )
}
