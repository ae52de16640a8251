import { plan } from './plan.ts'
import { publish } from './publish.ts'
import { stats } from './stats.ts'
import { sweep } from './sweep.ts'
import { verify } from './verify.ts'
import { warm } from './warm.ts'

/** Every job of `npm run lessons`, by its name. */
export const jobs = { plan, publish, warm, verify, stats, sweep }
