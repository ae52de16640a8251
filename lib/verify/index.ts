/** Whether a rewrite may be shown in place of its section. */
export { buildProof } from './build-proof.ts'
export { hasProse } from './has-prose.ts'
export { createBlockJudge } from './judge-blocks.ts'
export { splitHeading } from './reading/candidate.ts'
export { type Verdict, verifyRewrite } from './verify-rewrite.ts'
