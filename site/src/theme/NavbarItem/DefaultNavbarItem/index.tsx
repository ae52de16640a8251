import { translate } from '@docusaurus/Translate'
import InitDefaultNavbarItem from '@theme-original/NavbarItem/DefaultNavbarItem'
import type { Props } from '@theme/NavbarItem/DefaultNavbarItem'
import { type ReactNode } from 'react'

/** The navbar's words, by those of `theme-config.ts`. */
const words: Readonly<Record<string, string>> = {
  Lessons: translate({ id: 'palimpsest.navbar.lessons', message: 'Lessons' }),
  Guide: translate({ id: 'palimpsest.navbar.guide', message: 'Guide' }),
  'Your profile': translate({ id: 'palimpsest.profile.title', message: 'Your profile' }),
}

/** A link of the navbar, in the page's language. */
export default function DefaultNavbarItem({ label, ...props }: Props): ReactNode {
  return <InitDefaultNavbarItem {...props} label={typeof label === 'string' ? (words[label] ?? label) : label} />
}
