import type { Kysely } from 'kysely'
import {
  type Database,
  extendReservation,
  type Lease,
  renewalMilliseconds,
  renewLease,
  type RewriteRow,
  commitTokens,
  storeFailure,
  storeRejection,
  storeRewrite,
  takeLease,
  wasStored,
} from '../db/index.ts'
import { describeError } from '../errors/index.ts'
import { addTokens, type Reservation, tokensUsed, withoutLimits } from '../quota/index.ts'
import { buildRewriteRow } from './build-rewrite-row.ts'
import { composeSection, type Composition } from './compose-section.ts'
import { ifAvailable, unavailable } from './if-available.ts'
import type { SectionRun } from './lesson-run.ts'
import type { SectionPlan } from './plan-lesson.ts'
import type { RewriteServices } from './services.ts'
import { resolveOriginal, type SectionResult } from './section-result.ts'
import type { OriginalReason } from '../contract/index.ts'
import { awaitRewrite } from './await-rewrite.ts'
import { chooseRest } from './choose-rest.ts'
import { tokensFor, tokensForRepair } from './tokens-for.ts'
import { callMillisecondsMin, timeLeft } from './time-left.ts'

type WriteServices = Pick<
  RewriteServices,
  'db' | 'poll' | 'writer' | 'fallbackBudget' | 'log' | 'now' | 'sleep' | 'every' | 'random' | 'createId' | 'waitUntil'
>

/** How long after a store that the database did not answer it is tried again, in milliseconds: twice as long each time, up to the most. */
const storeAgainMilliseconds = { first: 1_000, max: 8_000 }
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
export async function writeSection(
  planned: SectionPlan,
  run: SectionRun,
  services: WriteServices,
): Promise<SectionResult> {
  const { limiters } = run
  const { now } = services
  const budgetDeadline = Math.min(now() + budgetWaitMilliseconds, run.waitDeadline)
  let next: 'write' | 'wait' = planned.state === 'waiting' ? 'wait' : 'write'
  for (;;) {
    const result =
      next === 'wait'
        ? await limiters.wait(() => awaitRewrite(planned, run, services))
        : await limiters.write(() => writeUnlessHeld(planned, run, services))
    if (typeof result !== 'string') return result
    if (result === 'budget-reserved') {
      if (now() >= budgetDeadline) return resolveOriginal(planned, 'budget-reserved')
      await services.sleep(budgetPauseMilliseconds * (1 + services.random()))
    }
    next = result === 'held' ? 'wait' : 'write'
  }
}

/** `held` when somebody else is writing it, or has written it by now; `budget-reserved` when others have set aside what it needs. */
async function writeUnlessHeld(
  planned: SectionPlan,
  run: SectionRun,
  services: WriteServices,
): Promise<SectionResult | 'held' | 'budget-reserved'> {
  if (timeLeft(run, services) < callMillisecondsMin) return resolveOriginal(planned, 'model-timeout')
  const row = buildRewriteRow(planned, run.lessonSlug)
  const reservation = { subject: run.subject, tokens: tokensFor(planned.task) }
  const lease = { key: row.key, token: services.createId(), reservation }
  const taken = await ifAvailable(takeLease(services.db, row, lease), services)
  switch (taken) {
    case 'held':
    case 'budget-reserved':
      return taken
    case 'budget-reached':
      return resolveOriginal(planned, 'budget-reached')
    case 'taken':
      return writeUnderClaim(planned, { ...lease, row, certain: true }, run, services)
    case unavailable:
      return writeOnFallbackBudget(planned, { ...lease, row, certain: false }, run, services)
  }
}

/** Nothing tells then what was spent today, so it is bounded by what this process may spend in an hour. */
async function writeOnFallbackBudget(
  planned: SectionPlan,
  claim: Claim,
  run: SectionRun,
  services: WriteServices,
): Promise<SectionResult> {
  const { tokens } = claim.reservation
  if (!services.fallbackBudget.reserve(tokens)) return resolveOriginal(planned, 'database-unavailable')
  const result = await writeUnderClaim(planned, claim, run, services)
  services.fallbackBudget.refund(Math.max(tokens - tokensUsed(result.usage, claim.reservation), 0))
  return result
}

/** A lease, or the hope of one: not `certain` when the database gave no answer, which it may have done all the same. */
interface Claim extends Lease {
  readonly row: RewriteRow
  readonly certain: boolean
}

async function writeUnderClaim(
  planned: SectionPlan,
  claim: Claim,
  run: SectionRun,
  services: WriteServices,
): Promise<SectionResult> {
  // A renewal that fails is no reason to stop writing: the next one may succeed, and storing is fenced anyway.
  const stopRenewing = services.every(renewalMilliseconds, () =>
    orLog('lease-not-renewed', renewLease(services.db, claim), services),
  )
  let held = claim
  const reserveRepair = async (): Promise<boolean> => {
    const tokens = tokensForRepair(planned.task)
    if (!(await reserveMore(claim, tokens, services))) return false
    held = { ...claim, reservation: addTokens(claim.reservation, tokens) }
    return true
  }
  const rejections: OriginalReason[] = []
  const onRejected = (reason: OriginalReason): unknown => rejections.push(reason)
  try {
    const composition = await composeSection(planned.task, { ...run, onRejected, reserveRepair }, services)
    const stored = await storeOnce(composition, held, services)
    if (stored) stopRenewing()
    else
      services.waitUntil(
        storeLater(composition, { ...held, deadline: run.workDeadline + storeMillisecondsMax }, services).finally(
          stopRenewing,
        ),
      )
    return { ...resolveComposition(planned, composition, services), rejections }
  } catch (error) {
    stopRenewing()
    throw error
  }
}

/** More tokens under a claim: of the day's budget, or of this process's fallbackBudget while the database does not answer. */
async function reserveMore(claim: Claim, tokens: number, services: WriteServices): Promise<boolean> {
  const reserved = claim.certain
    ? await ifAvailable(extendReservation(services.db, claim, tokens), services)
    : unavailable
  return reserved === unavailable ? services.fallbackBudget.reserve(tokens) : reserved
}

/** Whatever the database says to it, the reader has the text: a failure is logged, and the lease runs out by itself. */
async function orLog<Answer>(
  event: string,
  query: Promise<Answer>,
  { log }: WriteServices,
): Promise<Answer | undefined> {
  try {
    return await query
  } catch (error) {
    log({ level: 'error', event, ...describeError(error) })
    return undefined
  }
}

/** Stores what became of a section; false when the database did not answer. */
async function storeOnce(composition: Composition, claim: Claim, services: WriteServices): Promise<boolean> {
  return (
    (await orLog('rewrite-not-stored', ifAvailable(store(composition, claim, services), services), services)) !==
    unavailable
  )
}

/**
 * Goes on storing what was paid for until the database answers, or the platform would end the process. Its reader does not wait
 * for it.
 */
async function storeLater(
  composition: Composition,
  { deadline, ...claim }: Claim & { readonly deadline: number },
  services: WriteServices,
): Promise<void> {
  // The answer to an earlier try may have been all that was lost.
  const storeAgain = async (): Promise<boolean> =>
    (await wasStored(services.db, claim)) || (await store(composition, claim, services))
  for (let pause = storeAgainMilliseconds.first; ; pause = Math.min(2 * pause, storeAgainMilliseconds.max)) {
    await services.sleep(pause)
    if (services.now() + storeAgainMilliseconds.max >= deadline) break
    if ((await orLog('rewrite-not-stored', ifAvailable(storeAgain(), services), services)) !== unavailable) return
  }
  await orLog('rewrite-not-stored', storeAgain(), services)
}

/** Stores under the lease, or where that was lost to somebody else counts what was used. True when the database has answered. */
async function store(composition: Composition, claim: Claim, { db }: WriteServices): Promise<true> {
  if (!claim.certain) await takeLease(db, claim.row, { ...claim, reservation: withoutLimits(claim.reservation) })
  if (!(await storeComposition(composition, claim, db)))
    await commitTokens(db, claim.reservation, usedFor(composition, claim.reservation))
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

function resolveComposition(planned: SectionPlan, composition: Composition, { now }: WriteServices): SectionResult {
  if (composition.outcome === 'failed')
    return resolveOriginal(planned, composition.reason, { usage: composition.usage })
  const { proof } = composition
  if (composition.outcome === 'rejected')
    return resolveOriginal(planned, composition.reason, { proof, usage: proof.usage })
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
