import type { LessonProof, Readability, Proof } from './wire-events.ts'

const nothing: LessonProof = {
  sections: 0,
  slots: { preserved: 0, total: 0 },
  links: { preserved: 0, total: 0 },
  invented: { identifiers: 0, measurements: 0 },
  terms: { preserved: 0, total: 0 },
  words: { before: 0, after: 0 },
  readability: null,
  attempts: 0,
}

/** Adds up the proofs of a lesson's accepted rewrites; leave out rejected ones and the opening note's. */
export const sumProofs = (proofs: readonly Proof[]): LessonProof => ({
  ...proofs.reduce(addProof, nothing),
  readability: meanReadability(proofs),
})

const addProof = (sum: LessonProof, proof: Proof): LessonProof => ({
  sections: sum.sections + 1,
  slots: addKept(sum.slots, proof.slots),
  links: addKept(sum.links, proof.links),
  invented: {
    identifiers: sum.invented.identifiers + proof.invented.identifiers,
    measurements: sum.invented.measurements + proof.invented.measurements,
  },
  terms: addKept(sum.terms, proof.terms),
  words: { before: sum.words.before + proof.words.before, after: sum.words.after + proof.words.after },
  readability: null,
  attempts: sum.attempts + proof.attempts,
})

const addKept = (a: Proof['slots'], b: Proof['slots']): Proof['slots'] => ({
  preserved: a.preserved + b.preserved,
  total: a.total + b.total,
})

interface Measured {
  readonly readability: Readability & { readonly before: number; readonly after: number }
  readonly words: Proof['words']
}

/** Only sections with a value on both sides count, so that the two means cover the same text. */
function meanReadability(proofs: readonly Proof[]): Readability | null {
  const measured = proofs.filter((proof): proof is Proof & Measured => isMeasured(proof.readability))
  const [first] = measured
  if (first === undefined) return null
  const { measure } = first.readability
  const alike = measured.filter(({ readability }) => readability.measure === measure)
  const mean = (side: 'before' | 'after'): number => {
    const words = alike.reduce((sum, proof) => sum + proof.words[side], 0)
    const weighted = alike.reduce((sum, proof) => sum + proof.readability[side] * proof.words[side], 0)
    return Math.round((weighted / words) * 10) / 10
  }
  return { measure, before: mean('before'), after: mean('after') }
}

const isMeasured = (readability: Readability | null): readability is Measured['readability'] =>
  readability !== null && readability.before !== null && readability.after !== null
