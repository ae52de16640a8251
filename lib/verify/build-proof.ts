import { type Proof, type Usage, verifierVersion } from '../contract/index.ts'
import type { Verdict } from './verify-rewrite.ts'

export interface Writing {
  readonly attempts: number
  readonly model: string
  readonly recipe: string
  readonly usage: Usage
}

/** Builds the proof of a verdict, with who wrote the text and the tokens it used. */
export function buildProof({ accepted, findings, counts }: Verdict, writing: Writing): Proof {
  const reasons = [...new Set(findings.map(({ reason }) => reason))]
  return {
    verdict: accepted ? 'accepted' : 'rejected',
    reasons,
    ...counts,
    ...writing,
    verifier_version: verifierVersion,
  }
}
