import { getLanguage } from '../../../../../lib/learner/get-language.ts'

/** The writing direction of a language. Never guessed from the text: Urdu may begin with a Latin word. */
export function directionOf(language: string | undefined): 'ltr' | 'rtl' {
  return getLanguage(language).direction
}
