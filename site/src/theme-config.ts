import type { UserThemeConfig } from '@docusaurus/theme-common'
import type { ThemeConfig } from '@docusaurus/types'

/** What code is set in apart from its highlighting, which `plugins/code-blocks` does. One for light and dark: the tokens differ. */
const code = { plain: { color: 'var(--ink)', backgroundColor: 'var(--paper-raised)' }, styles: [] }

/** Of the picture that `npm run social-card` draws. */
const cardAlt = 'Palimpsest: “Every lesson, rewritten for you”, in English and Urdu, written over a faint older text.'

/** The look's share of the site's configuration: navbar, footer, colour mode, code. */
export const themeConfig: ThemeConfig & UserThemeConfig = {
  image: 'img/social-card.png',
  metadata: [
    { property: 'og:image:width', content: '1200' },
    { property: 'og:image:height', content: '630' },
    { property: 'og:image:alt', content: cardAlt },
    { name: 'twitter:image:alt', content: cardAlt },
  ],
  colorMode: { respectPrefersColorScheme: true },
  docs: { sidebar: { hideable: false, autoCollapseCategories: false } },
  tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
  navbar: {
    title: 'Palimpsest',
    logo: { alt: '', src: 'img/logo.svg', srcDark: 'img/logo-dark.svg', width: 28, height: 28 },
    items: [
      { to: '/lessons/foundations/physical-ai', activeBasePath: '/lessons', label: 'Lessons', position: 'left' },
      { to: '/guide', label: 'Guide', position: 'left' },
      { to: '/profile', label: 'Your profile', position: 'right' },
      { type: 'localeDropdown', position: 'right' },
    ],
  },
  prism: { theme: code, darkTheme: code },
  mermaid: { theme: { light: 'neutral', dark: 'dark' } },
}
