import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import { usePluginData } from '@docusaurus/useGlobalData'
import { createContext, useContext } from 'react'
import { getLanguage } from '../../../../../lib/learner/get-language.ts'

/** What marks the author's text in a page whose own words are in another language; empty where they are in the same. */
export interface AuthorLanguage {
  readonly lang?: string
  readonly dir?: 'ltr' | 'rtl'
}

export const AuthorLanguageContext = createContext<AuthorLanguage>({})

/** The attributes of everything that the author wrote; empty outside the docs. */
export const useAuthorLanguage = (): AuthorLanguage => useContext(AuthorLanguageContext)

/** The same, from the plugin's option and the page's locale. */
export function useDocsLanguage(): AuthorLanguage {
  const { i18n } = useDocusaurusContext()
  const { language } = usePluginData('palimpsest') as { readonly language: string }
  return language === i18n.currentLocale ? {} : { lang: language, dir: getLanguage(language).direction }
}
