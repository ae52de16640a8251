import { defaultLimits, type LimitName } from '../lib/quota/index.ts'

const plenty = '1000000000'

/** Settings under which no limit is ever reached: for a writer that costs nothing, and for one machine that plays everybody. */
export const openLimits = Object.fromEntries(Object.keys(defaultLimits).map((name) => [name, plenty])) as Readonly<
  Record<LimitName, string>
>
