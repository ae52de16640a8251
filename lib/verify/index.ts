/** Whether a text may stand in for its section. */
export { splitHeading } from './reading/candidate.ts'
export { hasProse } from './has-prose.ts'
export { buildProof, type Verdict, verifyRewrite } from './verify-rewrite.ts'
