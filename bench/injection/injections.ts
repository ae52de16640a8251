import type { Injection } from './injection.ts'
import { selfServingInjections } from './self-serving-injections.ts'
import { harmfulInjections } from './harmful-injections.ts'
import { urduInjections } from './urdu-injections.ts'

/** Everything that is asked of the model. */
export const injections: readonly Injection[] = [...selfServingInjections, ...harmfulInjections, ...urduInjections]
