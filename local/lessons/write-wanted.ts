import { findRewrites } from '../../lib/db/index.ts'
import { batchPolls, type SectionResult, resolveOriginal, writeSection } from '../../lib/rewrite/index.ts'
import type { LogEntry } from '../../lib/errors/index.ts'
import { createPace, createWriter } from '../../lib/llm/index.ts'
import { after, createId, every, random, readClock, sleep } from '../../lib/runtime/index.ts'
import { identifyOperator } from '../../lib/quota/index.ts'
import type { WantedRewrite } from './plan-refresh.ts'
import type { OpenProject } from './with-database.ts'

/** As for a reader: how long to wait for another writer, and to call a model, in milliseconds. */
const [waitMilliseconds, workMilliseconds] = [200_000, 285_000]

/** While the database does not answer, nothing is written: no reader is waiting. */
const nothing = { reserve: () => false, refund: () => {} }

/**
 * Writes sections exactly as a reader's request does: under a lease, verified, repaired and stored, within the daily
 * budget for all.
 */
export function createSectionWriter(
  { db, settings }: OpenProject,
  { recipe, log }: { readonly recipe: string; readonly log: (entry: LogEntry) => void },
): (wanted: WantedRewrite) => Promise<SectionResult> {
  const pace = createPace(settings.sectionsAtATime)
  const services = {
    db,
    log,
    createId,
    every,
    random,
    sleep,
    now: readClock,
    fallbackBudget: nothing,
    writer: createWriter(settings.model, { after, log }),
    poll: batchPolls((keys) => findRewrites(db, keys), { sleep, random, now: readClock }),
  }
  const run = {
    recipe,
    rate: pace,
    show: () => {},
    limiters: { write: pace.limit, wait: createPace(settings.sectionsAtATime).limit },
  }
  return async ({ lesson, planned }) => {
    const began = readClock()
    const late: Promise<unknown>[] = []
    const quota = { now: readClock, limits: settings.limits, hashSecret: settings.database.connectionString }
    try {
      const sectionRun = {
        ...run,
        lessonSlug: lesson.slug,
        subject: await identifyOperator(quota),
        waitDeadline: began + waitMilliseconds,
        workDeadline: began + workMilliseconds,
      }
      const result = await writeSection(planned, sectionRun, { ...services, waitUntil: (work) => late.push(work) })
      await Promise.all(late)
      return result
    } catch {
      return resolveOriginal(planned, 'database-unavailable')
    }
  }
}
