import { createContext, useContext } from 'react'

/** What marks the author's text in a page whose own words are in another language; empty where they are in the same. */
export interface AuthorLanguage {
  readonly lang?: string
  readonly dir?: 'ltr' | 'rtl'
}

export const AuthorLanguageContext = createContext<AuthorLanguage>({})

/** The attributes of everything that the author wrote; empty outside the docs. */
export const useAuthorLanguage = (): AuthorLanguage => useContext(AuthorLanguageContext)
