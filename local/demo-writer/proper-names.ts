/** First words of terms that keep their capital in the middle of a sentence; acronyms are known by theirs. */
export const properNames: ReadonlySet<string> = new Set([
  'Euler',
  'Gaussian',
  'Jacobian',
  'Kalman',
  'Linux',
  'Newton',
  'Python',
])
