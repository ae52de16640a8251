import type { FaultFamily } from './faults/fault.ts'

/** The share of good rewrites that may be rejected. */
export const falseRejectionsMax = 0.03
/**
 * The share of cases of which the fault may reach the reader: in these families none, in those at most one in 100.
 * `negations` are those that are lost. Those that are added (`claims`) have no target of their own: a rewrite in other
 * words may say no where its author does not.
 */
export const reachedMax: Readonly<Partial<Record<FaultFamily, number>>> = {
  slots: 0,
  links: 0,
  html: 0,
  measurements: 0.01,
  negations: 0.01,
  identifiers: 0.01,
}
/** And of all cases together. */
export const reachedMaxOverall = 0.01
