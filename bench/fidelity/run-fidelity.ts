import { catalogue } from './faults/catalogue.ts'
import { readBases } from './bases.ts'
import { readGoodRewrites, type GoodRewrite } from './good-rewrites.ts'
import { planCases } from './plan-cases.ts'
import { openLane, type CaseResult } from './run-case.ts'
import { verifyRewrite } from '../../lib/verify/index.ts'
import type { OriginalReason } from '../../lib/contract/index.ts'

/** A good rewrite that the verifier rejected. */
export interface FalseRejection {
  readonly path: string
  readonly findings: readonly { readonly reason: OriginalReason; readonly message: string }[]
}

export interface FidelityRun {
  readonly seed: number
  readonly results: readonly CaseResult[]
  readonly goodRewrites: number
  readonly falseRejections: readonly FalseRejection[]
}

export interface RunOptions {
  readonly seed: number
  readonly cases: number
  /** Called after each case. */
  readonly onProgress?: (finished: number) => void
}

/** So many conversations at a time. */
const lanesMax = 3

/** Sends every fault of the catalogue through the path that a model's text takes to a reader. */
export async function runFidelity({ seed, cases, onProgress }: RunOptions): Promise<FidelityRun> {
  const rewrites = await readGoodRewrites()
  const planned = planCases({ catalogue, bases: await readBases(rewrites), seed, cases })
  const results: CaseResult[] = []
  const work = async (): Promise<void> => {
    const lane = await openLane()
    try {
      for (const one of planned) {
        results.push(await lane.run(one))
        onProgress?.(results.length)
      }
    } finally {
      await lane.close()
    }
  }
  await Promise.all(Array.from({ length: lanesMax }, work))
  return { seed, results, goodRewrites: rewrites.length, falseRejections: findFalseRejections(rewrites) }
}

export const findFalseRejections = (rewrites: readonly GoodRewrite[]): FalseRejection[] =>
  rewrites.flatMap(({ path, text, task }) => {
    const { accepted, findings } = verifyRewrite(text, task)
    return accepted ? [] : [{ path, findings }]
  })
