import site from 'palimpsest-site'

/** The writing direction of a language. Never guessed from the text: Urdu may begin with a Latin word. */
export function directionOf(language: string | undefined): 'ltr' | 'rtl' {
  return site.languages[language ?? '']?.direction ?? 'ltr'
}
