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
import { settleAlone } from '../db/spending-queries.ts'
import { describeError } from '../http/describe-error.ts'
import type { Allowance } from '../spend/allowance.ts'
import { tokensUsed, withoutLimits, type Reservation } from '../spend/reservation.ts'
import type { Spender } from '../spend/spender.ts'
import { buildRewriteRow } from './build-rewrite-row.ts'
import { composeSection, type ComposeDeps, type Composition } from './compose-section.ts'
import { ifAvailable, unavailable } from './if-available.ts'
import type { PlannedSection } from './plan-lesson.ts'
import { settleOriginal, type SettledSection } from './settled-section.ts'
import type { OriginalReason } from './wire-events.ts'
import { awaitRewrite, type AwaitDeps } from './await-rewrite.ts'
import { tokensFor } from './tokens-for.ts'
import { callMillisecondsMin, timeLeft } from './time-left.ts'

export interface WriteDeps extends ComposeDeps, AwaitDeps {
  readonly db: Kysely<Database>
  readonly createId: () => string
  readonly lessonSlug: string
  readonly turns: Turns
  /** On whose account it goes. */
  readonly spender: Spender
  /** What may be spent while the database does not say what was. */
  readonly allowance: Allowance
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
 * database is back by then and nobody else holds the lease. With too little time left for a model call, or too few tokens
 * of the day, the original stands.
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
  const row = buildRewriteRow(planned, deps.lessonSlug)
  const reservation = { spender: deps.spender, tokens: tokensFor(planned.task) }
  const lease = { key: row.key, token: deps.createId(), reservation }
  const taken = await ifAvailable(takeLease(deps.db, row, lease), deps)
  switch (taken) {
    case 'held':
      return 'held'
    case 'budget-reached':
      return settleOriginal(planned, 'budget-reached')
    case 'taken':
      return writeUnderClaim(planned, { ...lease, row, certain: true }, deps)
    case unavailable:
      return writeOnAllowance(planned, { ...lease, row, certain: false }, deps)
  }
}

/** Nothing tells then what was spent today, so it is bounded by what this process may spend in an hour. */
async function writeOnAllowance(planned: PlannedSection, claim: Claim, deps: WriteDeps): Promise<SettledSection> {
  const { tokens } = claim.reservation
  if (!deps.allowance.take(tokens)) return settleOriginal(planned, 'database-unavailable')
  const settled = await writeUnderClaim(planned, claim, deps)
  deps.allowance.giveBack(Math.max(tokens - tokensUsed(settled.usage, claim.reservation), 0))
  return settled
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
    const turnedDown: OriginalReason[] = []
    const turnDown = (reason: OriginalReason): unknown => turnedDown.push(reason)
    const composition = await composeSection(planned.task, { ...deps, turnDown })
    await orLog('rewrite-not-stored', storeInTwoTries(composition, claim, deps), deps)
    return { ...settleComposition(planned, composition, deps), turnedDown }
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
  const store = async (): Promise<boolean> => {
    if (!claim.certain) await takeLease(deps.db, claim.row, { ...claim, reservation: withoutLimits(claim.reservation) })
    return storeComposition(composition, claim, deps.db)
  }
  const stored = await ifAvailable(store(), deps)
  if (stored === false) await settleLost(composition, claim, deps.db)
  if (stored !== unavailable) return
  await deps.sleep(storeAgainMilliseconds)
  // When this finds the lease gone, the first try may have ended it: what was reserved stands until the day is over.
  await store()
}

/** False when the lease was lost. */
function storeComposition(composition: Composition, lease: Lease, db: Kysely<Database>): Promise<boolean> {
  switch (composition.outcome) {
    case 'accepted': {
      const { markdown, heading = null, proof } = composition
      return storeRewrite(db, lease, { content: markdown, heading, proof })
    }
    case 'rejected':
      return storeRejection(db, lease, composition.proof)
    case 'failed':
      return releaseLease(db, lease, usedFor(composition, lease.reservation))
  }
}

/** What was used counts, also when somebody else's text stands; of a claim that was never certain nothing is given back. */
function settleLost(composition: Composition, { certain, reservation }: Claim, db: Kysely<Database>): Promise<void> {
  const reserved = certain ? reservation : { ...reservation, tokens: 0 }
  return settleAlone(db, reserved, usedFor(composition, reservation))
}

/** A model that could not be reached at all cost nothing; else what nobody counted counts in full. */
function usedFor(composition: Composition, reservation: Reservation): number {
  if (composition.outcome !== 'failed') return tokensUsed(composition.proof.usage, reservation)
  const { reason, answered, usage } = composition
  return reason === 'model-unavailable' && !answered ? 0 : tokensUsed(usage, reservation)
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
