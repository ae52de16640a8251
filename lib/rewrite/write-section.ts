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
import type { Database } from '../db/database.ts'
import { describeError } from '../http/describe-error.ts'
import { composeSection, type ComposeDeps, type Composition } from './compose-section.ts'
import { ifAvailable, unavailable } from './if-available.ts'
import type { PlannedSection } from './plan-lesson.ts'
import { settleOriginal, type SettledSection } from './settled-section.ts'
import { awaitRewrite, type AwaitDeps } from './await-rewrite.ts'
import { callMillisecondsMin, timeLeft } from './time-left.ts'

export interface WriteDeps extends ComposeDeps, AwaitDeps {
  readonly db: Kysely<Database>
  readonly createId: () => string
  readonly lessonSlug: string
  readonly turns: Turns
  /** Calls back every so many milliseconds until the returned function is called. */
  readonly every: (milliseconds: number, tick: () => unknown) => () => void
}

type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>

/** The lines in which a lesson's sections stand: to be written, and to wait for others. Neither holds up the other. */
export interface Turns {
  readonly write: InTurn
  readonly wait: InTurn
}

/** How long after a store that the database did not answer it is tried once more, in milliseconds. */
const storeAgainMilliseconds = 1_000

/**
 * Settles a section that the cache does not have: writes it under a lease, or waits for whoever holds the lease and
 * takes over when that one is gone. Without an answer of the database it is written all the same, and kept if the
 * database is back by then and nobody else holds the lease. With too little time left for a model call the original stands.
 */
export async function writeSection(planned: PlannedSection, deps: WriteDeps): Promise<SettledSection> {
  const { turns } = deps
  for (let waiting = planned.state === 'waiting'; ; waiting = !waiting) {
    const settled = waiting
      ? await turns.wait(() => awaitRewrite(planned, deps))
      : await turns.write(() => writeUnlessHeld(planned, deps))
    if (typeof settled !== 'string') return settled
  }
}

/** `held` when somebody else is writing it, or has written it by now. */
async function writeUnlessHeld(planned: PlannedSection, deps: WriteDeps): Promise<SettledSection | 'held'> {
  if (timeLeft(deps) < callMillisecondsMin) return settleOriginal(planned, 'model-timeout')
  const row = buildRow(planned, deps)
  const token = deps.createId()
  const lease = await ifAvailable(takeLease(deps.db, row, token), deps)
  if (!lease) return 'held'
  return writeUnderClaim(planned, { key: row.key, token, row, certain: lease !== unavailable }, deps)
}

/** A lease, or the hope of one: not `certain` when the database gave no answer, which it may have done all the same. */
interface Claim extends Lease {
  readonly row: RewriteRow
  readonly certain: boolean
}

async function writeUnderClaim(planned: PlannedSection, claim: Claim, deps: WriteDeps): Promise<SettledSection> {
  // A renewal that fails is no reason to stop writing: the next one may succeed, and storing is fenced anyway.
  const stopRenewing = deps.every(renewalMilliseconds, () =>
    orLog('lease-not-renewed', renewLease(deps.db, claim), deps),
  )
  try {
    const composition = await composeSection(planned.task, deps)
    await orLog('rewrite-not-stored', storeInTwoTries(composition, claim, deps), deps)
    return settleComposition(planned, composition, deps)
  } finally {
    stopRenewing()
  }
}

/** Whatever the database says to it, the reader gets the text: a failure is logged and the lease runs out by itself. */
async function orLog(event: string, query: Promise<unknown>, { log }: WriteDeps): Promise<void> {
  try {
    await query
  } catch (error) {
    log({ level: 'error', event, ...describeError(error) })
  }
}

/** What was paid for is not given up at the first silence of the database. */
async function storeInTwoTries(composition: Composition, claim: Claim, deps: WriteDeps): Promise<void> {
  const store = async (): Promise<void> => {
    if (!claim.certain) await takeLease(deps.db, claim.row, claim.token)
    await storeComposition(composition, claim, deps.db)
  }
  if ((await ifAvailable(store(), deps)) !== unavailable) return
  await deps.sleep(storeAgainMilliseconds)
  await store()
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
