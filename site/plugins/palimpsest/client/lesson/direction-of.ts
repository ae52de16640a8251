const rightToLeft = new Set(['ar', 'fa', 'he', 'ur'])

/** The writing direction of a language. Never guessed from the text: Urdu may begin with a Latin word. */
export function directionOf(language: string | undefined): 'ltr' | 'rtl' {
  return rightToLeft.has(language ?? '') ? 'rtl' : 'ltr'
}
