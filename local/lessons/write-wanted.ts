import { findRewrites } from '../../lib/db/index.ts'
import { lookTogether, type SettledSection, settleOriginal, writeSection } from '../../lib/rewrite/index.ts'
import type { LogEntry } from '../../lib/errors/index.ts'
import { createPace, createWriter } from '../../lib/llm/index.ts'
import { after, createId, every, random, readClock, sleep } from '../../lib/runtime/index.ts'
import { identifyOperator } from '../../lib/quota/index.ts'
import type { WantedRewrite } from './plan-refresh.ts'
import type { OpenProject } from './with-database.ts'

/** As for a reader: how long another writer is waited for, and a model asked. */
const [waitMilliseconds, workMilliseconds] = [200_000, 285_000]

/** While the database says nothing, nothing is written: there is no reader who waits for it. */
const nothing = { take: () => false, giveBack: () => {} }

/**
 * Writes sections by the very path of a reader's request: under a lease, checked, repaired, stored, on the account of the day's
 * budget for all.
 */
export function createSectionWriter(
  { db, settings }: OpenProject,
  { recipe, log }: { readonly recipe: string; readonly log: (entry: LogEntry) => void },
): (wanted: WantedRewrite) => Promise<SettledSection> {
  const pace = createPace(settings.sectionsAtATime)
  const deps = {
    db,
    recipe,
    log,
    createId,
    every,
    random,
    sleep,
    now: readClock,
    rate: pace,
    allowance: nothing,
    show: () => {},
    writer: createWriter(settings.model, { after, log }),
    look: lookTogether((keys) => findRewrites(db, keys), { sleep, random, now: readClock }),
    turns: { write: pace.inTurn, wait: createPace(settings.sectionsAtATime).inTurn },
  }
  return async ({ lesson, planned }) => {
    const began = readClock()
    const late: Promise<unknown>[] = []
    const spends = { now: readClock, limits: settings.limits, hashSecret: settings.database.connectionString }
    try {
      const settled = await writeSection(planned, {
        ...deps,
        keepAlive: (work) => late.push(work),
        lessonSlug: lesson.slug,
        spender: await identifyOperator(spends),
        waitDeadline: began + waitMilliseconds,
        workDeadline: began + workMilliseconds,
      })
      await Promise.all(late)
      return settled
    } catch {
      return settleOriginal(planned, 'database-unavailable')
    }
  }
}
