import type { I18n } from '@docusaurus/types'

/**
 * The same page in another of the site's locales. `path` is the page's address with the current locale's base, or one from
 * the site's root.
 */
export function localePath(i18n: I18n, locale: string, path: string): string {
  const [here, there] = [baseOf(i18n, i18n.currentLocale), baseOf(i18n, locale)]
  return there + (path.startsWith(here) ? path.slice(here.length) : path.replace(/^\//, ''))
}

/** Begins and ends with a slash. */
const baseOf = ({ localeConfigs }: I18n, locale: string): string => localeConfigs[locale]?.baseUrl ?? '/'
