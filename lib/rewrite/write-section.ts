import type { Kysely } from 'kysely'
import {
  releaseLease,
  renewalMilliseconds,
  renewLease,
  storeRejection,
  storeRewrite,
  takeLease,
  type Lease,
  type RewriteRow,
} from '../cache/lease-queries.ts'
import { isDatabaseUnavailable } from '../db/database-unavailable.ts'
import type { Database } from '../db/database.ts'
import { composeSection, type ComposeDeps, type Composition } from './compose-section.ts'
import type { PlannedSection } from './plan-lesson.ts'
import { settleOriginal, type SettledSection } from './settled-section.ts'
import { awaitRewrite, type AwaitDeps } from './await-rewrite.ts'

export interface WriteDeps extends ComposeDeps, AwaitDeps {
  readonly db: Kysely<Database>
  readonly createId: () => string
  readonly lessonSlug: string
  /** Calls back every so many milliseconds until the returned function is called. */
  readonly every: (milliseconds: number, tick: () => unknown) => () => void
}

/**
 * Settles a section that the cache does not have: writes it under a lease, or waits for whoever holds the lease and
 * takes over when that one is gone. Without a database it is written for this reader alone.
 */
export async function writeSection(planned: PlannedSection, deps: WriteDeps): Promise<SettledSection> {
  const lease = await ifAvailable(takeLease(deps.db, buildRow(planned, deps), deps.createId()), deps)
  if (lease === unavailable) return settleComposition(planned, await composeSection(planned.task, deps), deps)
  if (lease) return writeUnderLease(planned, lease, deps)
  const waited = await awaitRewrite(planned, deps)
  return waited === 'abandoned' ? writeSection(planned, deps) : waited
}

const unavailable = Symbol('the database is not available')

/** The answer of the database, or `unavailable` when there is none: writing goes on without it. */
async function ifAvailable<Answer>(query: Promise<Answer>, { log }: WriteDeps): Promise<Answer | typeof unavailable> {
  try {
    return await query
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error
    log({ level: 'error', event: 'database-unavailable' })
    return unavailable
  }
}

async function writeUnderLease(planned: PlannedSection, lease: Lease, deps: WriteDeps): Promise<SettledSection> {
  // A renewal that fails is no reason to stop writing: the next one may succeed, and storing is fenced anyway.
  const stopRenewing = deps.every(renewalMilliseconds, () => ifAvailable(renewLease(deps.db, lease), deps))
  try {
    const composition = await composeSection(planned.task, deps)
    await ifAvailable(storeComposition(composition, lease, deps.db), deps)
    return settleComposition(planned, composition, deps)
  } finally {
    stopRenewing()
  }
}

async function storeComposition(composition: Composition, lease: Lease, db: Kysely<Database>): Promise<void> {
  switch (composition.outcome) {
    case 'accepted': {
      const { markdown, heading = null, proof } = composition
      await storeRewrite(db, lease, { content: markdown, heading, proof })
      return
    }
    case 'rejected':
      await storeRejection(db, lease, composition.proof)
      return
    case 'failed':
      await releaseLease(db, lease)
  }
}

function settleComposition(planned: PlannedSection, composition: Composition, { now }: WriteDeps): SettledSection {
  if (composition.outcome === 'failed') return settleOriginal(planned, composition.reason, { usage: composition.usage })
  const { proof } = composition
  if (composition.outcome === 'rejected')
    return settleOriginal(planned, composition.reason, { proof, usage: proof.usage })
  const { heading, markdown, shown } = composition
  return {
    planned,
    source: 'rewrite',
    cached: false,
    ...(heading === undefined ? {} : { heading }),
    markdown,
    proof,
    usage: proof.usage,
    written_at: new Date(now()).toISOString(),
    shown,
  }
}

const buildRow = ({ key, profileKey, task }: PlannedSection, deps: WriteDeps): RewriteRow => ({
  key,
  lesson_slug: deps.lessonSlug,
  section_id: task.section.id,
  content_hash: task.section.hash,
  preferences_hash: profileKey,
  recipe: deps.recipe,
  dial: task.dial,
  take: task.take,
})
