/** First words of terms that keep their capital inside a sentence; acronyms are recognised by theirs. */
export const properNames: ReadonlySet<string> = new Set([
  'Euler',
  'Gaussian',
  'Jacobian',
  'Kalman',
  'Linux',
  'Newton',
  'Python',
])
