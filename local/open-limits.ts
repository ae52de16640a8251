import { defaultLimits, type LimitName } from '../lib/quota/index.ts'

const plenty = '1000000000'

/**
 * Limits so high that none is ever reached: for a writer that costs nothing, and for one machine that plays all
 * readers.
 */
export const openLimits = Object.fromEntries(Object.keys(defaultLimits).map((name) => [name, plenty])) as Readonly<
  Record<LimitName, string>
>
