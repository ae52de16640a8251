import type { Kysely } from 'kysely'
import {
  type Database,
  extendReservation,
  type Lease,
  renewalMilliseconds,
  renewLease,
  type RewriteRow,
  spendAlone,
  storeFailure,
  storeRejection,
  storeRewrite,
  takeLease,
  wasStored,
} from '../db/index.ts'
import { describeError } from '../errors/index.ts'
import { addTokens, type Allowance, type Reservation, type Spender, tokensUsed, withoutLimits } from '../quota/index.ts'
import { buildRewriteRow } from './build-rewrite-row.ts'
import { composeSection, type ComposeDeps, type Composition } from './compose-section.ts'
import { ifAvailable, unavailable } from './if-available.ts'
import type { PlannedSection } from './plan-lesson.ts'
import { settleOriginal, type SettledSection } from './settled-section.ts'
import type { OriginalReason } from '../contract/index.ts'
import { awaitRewrite, type AwaitDeps } from './await-rewrite.ts'
import { chooseRest } from './choose-rest.ts'
import { tokensFor, tokensForRepair } from './tokens-for.ts'
import { callMillisecondsMin, timeLeft } from './time-left.ts'

export interface WriteDeps extends Omit<ComposeDeps, 'reserveRepair'>, AwaitDeps {
  readonly db: Kysely<Database>
  readonly createId: () => string
  readonly lessonSlug: string
  readonly turns: Turns
  /** On whose account it goes. */
  readonly spender: Spender
  /** What may be spent while the database does not say what was. */
  readonly allowance: Allowance
  /** Keeps the process alive until the work is done. */
  readonly keepAlive: (work: Promise<unknown>) => void
  /** From 0 to below 1, as chance has it. */
  readonly random: () => number
  /** Calls back every so many milliseconds until the returned function is called. */
  readonly every: (milliseconds: number, tick: () => unknown) => () => void
}

type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>

/** The lines in which a lesson's sections stand: to be written, and to wait for others. Neither holds up the other. */
export interface Turns {
  readonly write: InTurn
  readonly wait: InTurn
}

/** How long after a store that the database did not answer it is tried again, in milliseconds: twice as long each time, up to the most. */
const storeAgainMilliseconds = { first: 1_000, most: 8_000 }
/** How long after the last model call may have ended a text is still tried to be stored, in milliseconds. */
const storeMillisecondsMax = 10_000

/** How long tokens that others have set aside are waited for, in milliseconds: as long as a model call may take. */
const budgetWaitMilliseconds = 120_000
/** How long after such a look the next one comes, in milliseconds, and at most so much later. */
const budgetPauseMilliseconds = 1_500

/**
 * Settles a section that the cache does not have: writes it under a lease, or waits for whoever holds the lease and
 * takes over when that one is gone. Without an answer of the database it is written all the same, and stored as soon as the
 * database is back if nobody else holds the lease. With too little time left for a model call, or no tokens of the day, the
 * original stands; tokens that are only set aside for others are waited for.
 */
export async function writeSection(planned: PlannedSection, deps: WriteDeps): Promise<SettledSection> {
  const { turns, now } = deps
  const budgetDeadline = Math.min(now() + budgetWaitMilliseconds, deps.waitDeadline)
  let next: 'write' | 'wait' = planned.state === 'waiting' ? 'wait' : 'write'
  for (;;) {
    const settled =
      next === 'wait'
        ? await turns.wait(() => awaitRewrite(planned, deps))
        : await turns.write(() => writeUnlessHeld(planned, deps))
    if (typeof settled !== 'string') return settled
    if (settled === 'budget-reserved') {
      if (now() >= budgetDeadline) return settleOriginal(planned, 'budget-reserved')
      await deps.sleep(budgetPauseMilliseconds * (1 + deps.random()))
    }
    next = settled === 'held' ? 'wait' : 'write'
  }
}

/** `held` when somebody else is writing it, or has written it by now; `budget-reserved` when others have set aside what it needs. */
async function writeUnlessHeld(
  planned: PlannedSection,
  deps: WriteDeps,
): Promise<SettledSection | 'held' | 'budget-reserved'> {
  if (timeLeft(deps) < callMillisecondsMin) return settleOriginal(planned, 'model-timeout')
  const row = buildRewriteRow(planned, deps.lessonSlug)
  const reservation = { spender: deps.spender, tokens: tokensFor(planned.task) }
  const lease = { key: row.key, token: deps.createId(), reservation }
  const taken = await ifAvailable(takeLease(deps.db, row, lease), deps)
  switch (taken) {
    case 'held':
    case 'budget-reserved':
      return taken
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
  let held = claim
  const reserveRepair = async (): Promise<boolean> => {
    const tokens = tokensForRepair(planned.task)
    if (!(await reserveMore(claim, tokens, deps))) return false
    held = { ...claim, reservation: addTokens(claim.reservation, tokens) }
    return true
  }
  const turnedDown: OriginalReason[] = []
  const turnDown = (reason: OriginalReason): unknown => turnedDown.push(reason)
  try {
    const composition = await composeSection(planned.task, { ...deps, turnDown, reserveRepair })
    const stored = await storeOnce(composition, held, deps)
    if (stored) stopRenewing()
    else deps.keepAlive(storeLater(composition, held, deps).finally(stopRenewing))
    return { ...settleComposition(planned, composition, deps), turnedDown }
  } catch (error) {
    stopRenewing()
    throw error
  }
}

/** More tokens under a claim: of the day's budget, or of this process's allowance while the database does not answer. */
async function reserveMore(claim: Claim, tokens: number, deps: WriteDeps): Promise<boolean> {
  const reserved = claim.certain ? await ifAvailable(extendReservation(deps.db, claim, tokens), deps) : unavailable
  return reserved === unavailable ? deps.allowance.take(tokens) : reserved
}

/** Whatever the database says to it, the reader has the text: a failure is logged, and the lease runs out by itself. */
async function orLog<Answer>(event: string, query: Promise<Answer>, { log }: WriteDeps): Promise<Answer | undefined> {
  try {
    return await query
  } catch (error) {
    log({ level: 'error', event, ...describeError(error) })
    return undefined
  }
}

/** Stores what became of a section; false when the database did not answer. */
async function storeOnce(composition: Composition, claim: Claim, deps: WriteDeps): Promise<boolean> {
  return (await orLog('rewrite-not-stored', ifAvailable(store(composition, claim, deps), deps), deps)) !== unavailable
}

/**
 * Goes on storing what was paid for until the database answers, or the platform would end the process. Its reader does not wait
 * for it.
 */
async function storeLater(composition: Composition, claim: Claim, deps: WriteDeps): Promise<void> {
  const deadline = deps.workDeadline + storeMillisecondsMax
  // The answer to an earlier try may have been all that was lost.
  const storeAgain = async (): Promise<boolean> =>
    (await wasStored(deps.db, claim)) || (await store(composition, claim, deps))
  for (let pause = storeAgainMilliseconds.first; ; pause = Math.min(2 * pause, storeAgainMilliseconds.most)) {
    await deps.sleep(pause)
    if (deps.now() + storeAgainMilliseconds.most >= deadline) break
    if ((await orLog('rewrite-not-stored', ifAvailable(storeAgain(), deps), deps)) !== unavailable) return
  }
  await orLog('rewrite-not-stored', storeAgain(), deps)
}

/** Stores under the lease, or where that was lost to somebody else counts what was used. True when the database has answered. */
async function store(composition: Composition, claim: Claim, { db }: WriteDeps): Promise<true> {
  if (!claim.certain) await takeLease(db, claim.row, { ...claim, reservation: withoutLimits(claim.reservation) })
  if (!(await storeComposition(composition, claim, db)))
    await spendAlone(db, claim.reservation, usedFor(composition, claim.reservation))
  return true
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
    case 'failed': {
      const { reason } = composition
      return storeFailure(db, lease, {
        reason,
        used: usedFor(composition, lease.reservation),
        rest: chooseRest(reason),
      })
    }
  }
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
