import { createRandom, type Random } from '../../test/support/random.ts'
import type { Base } from './bases.ts'
import type { Fault } from './faults/fault.ts'

/** One conversation with a model that goes wrong. */
export interface FaultCase {
  readonly fault: Fault
  readonly base: Base
  /** The first answer. */
  readonly faulty: string
  /** The answer to the request for a repair. */
  readonly repair: string
  readonly random: Random
}

export interface CasePlan {
  readonly catalogue: readonly Fault[]
  readonly bases: Record<'rewritten' | 'asWritten', readonly Base[]>
  readonly seed: number
  readonly cases: number
}

/** Of ten cases, so many start from a hand-written rewrite, the others from the author's text. */
const rewrittenOfTen = 7
/** Out of ten repairs, so many are good; the others have a fault of the same kind. */
const goodRepairsOfTen = 6
/** How many texts are tried for one that offers a place for the fault. */
const triesMax = 60

/** Plans at least so many cases, as many for each fault; the same for the same seed. */
export function* planCases({ catalogue, bases, seed, cases }: CasePlan): Generator<FaultCase> {
  const each = Math.ceil(cases / catalogue.length)
  for (const [number, fault] of catalogue.entries())
    for (let index = 0; index < each; index++) {
      const random = createRandom(seed * 1_000_003 + number * 10_007 + index)
      const planned = planCase(fault, bases, random)
      if (planned) yield planned
    }
}

function planCase(fault: Fault, bases: CasePlan['bases'], random: Random): FaultCase | undefined {
  for (let tries = 0; tries < triesMax; tries++) {
    const isRewritten = random.below(10) < rewrittenOfTen && bases.rewritten.length > 0
    const base = random.pick(isRewritten ? bases.rewritten : bases.asWritten)
    const faulty = injectFault(fault, base, random)
    if (faulty === undefined) continue
    const isRepaired = random.below(10) < goodRepairsOfTen
    const repair = isRepaired ? base.text : (injectFault(fault, base, random) ?? faulty)
    return { fault, base, faulty, repair, random }
  }
  return undefined
}

/** A text with the fault in it: one that is not the good text with other white space. */
function injectFault(fault: Fault, { text, task }: Base, random: Random): string | undefined {
  const faulty = fault.inject(text, task, random)
  return faulty === undefined || withoutSpace(faulty) === withoutSpace(text) ? undefined : faulty
}

const withoutSpace = (text: string): string => text.replaceAll(/\s/g, '')
