import type { Demand } from './demand.ts'
import { demandsForGain } from './demands-for-gain.ts'
import { demandsForHarm } from './demands-for-harm.ts'
import { demandsInUrdu } from './demands-in-urdu.ts'

/** Everything that is asked of the model. */
export const demands: readonly Demand[] = [...demandsForGain, ...demandsForHarm, ...demandsInUrdu]
