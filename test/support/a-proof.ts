import { verifierVersion } from '../../lib/contract/verifier-version.ts'
import type { Proof } from '../../lib/contract/wire-events.ts'

/** A proof of an accepted rewrite, with what the test wants to be different. */
export const aProof = (different: Partial<Proof> = {}): Proof => ({
  verdict: 'accepted',
  reasons: [],
  slots: { preserved: 1, total: 1 },
  links: { preserved: 0, total: 0 },
  invented: { identifiers: 0, measurements: 0 },
  terms: { preserved: 0, total: 0 },
  language: 'en',
  words: { before: 40, after: 52 },
  readability: { measure: 'flesch-kincaid-grade', before: 9.1, after: 7.4 },
  attempts: 1,
  model: 'echo',
  recipe: 'p1/echo',
  verifier_version: verifierVersion,
  usage: { input_tokens: 100, cached_input_tokens: 20, output_tokens: 50 },
  ...different,
})
