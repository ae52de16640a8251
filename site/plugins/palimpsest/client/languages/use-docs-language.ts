import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import site from 'palimpsest-site'
import type { AuthorLanguage } from './author-language.ts'
import { directionOf } from './direction-of.ts'

/** The attributes of the author's text, from the plugin's option and the page's locale; also where there is no docs page. */
export function useDocsLanguage(): AuthorLanguage {
  const { i18n } = useDocusaurusContext()
  const { language } = site
  return language === i18n.currentLocale ? {} : { lang: language, dir: directionOf(language) }
}
