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

/** Milliseconds before a failed store is repeated: doubled each time, up to `max`. */
const storeAgainMilliseconds = { first: 1_000, max: 8_000 }
/** For how many milliseconds after the deadline of model calls a text may still be stored. */
const storeMillisecondsMax = 10_000

/** For how many milliseconds tokens reserved by others are awaited: as long as a model call. */
const budgetWaitMilliseconds = 120_000
/** Milliseconds between such tries; up to as many are added at random. */
const budgetPauseMilliseconds = 1_500

/**
 * Resolves a section that is not cached: writes it under a lease, or waits for the request that holds the lease and
 * takes over if that fails. If the database does not answer, the section is written all the same, and stored once the
 * database is back, if nobody else holds the lease. With too little time for a model call, or no tokens left today, the
 * original is shown; tokens that are only reserved by others are waited for.
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

/** `held` if someone else is writing it or has written it; `budget-reserved` if others reserved the tokens. */
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

/** Without the database today's usage is unknown, so this uses the process's hourly budget. */
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

/** A lease; not `certain` if the database gave no answer and may or may not have granted it. */
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
  // Writing goes on after a failed renewal: the next may succeed, and storing is fenced anyway.
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

/** Reserves more tokens: of the day, or of this process while the database does not answer. */
async function reserveMore(claim: Claim, tokens: number, services: WriteServices): Promise<boolean> {
  const reserved = claim.certain
    ? await ifAvailable(extendReservation(services.db, claim, tokens), services)
    : unavailable
  return reserved === unavailable ? services.fallbackBudget.reserve(tokens) : reserved
}

/** The reader has the text whatever happens here: a failure is logged, and the lease expires. */
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

/** Stores the outcome of a section; false if the database did not answer. */
async function storeOnce(composition: Composition, claim: Claim, services: WriteServices): Promise<boolean> {
  return (
    (await orLog('rewrite-not-stored', ifAvailable(store(composition, claim, services), services), services)) !==
    unavailable
  )
}

/** Stores a paid text as soon as the database answers, if it does in time; the reader does not wait. */
async function storeLater(
  composition: Composition,
  { deadline, ...claim }: Claim & { readonly deadline: number },
  services: WriteServices,
): Promise<void> {
  // An earlier try may have succeeded and only its answer been lost.
  const storeAgain = async (): Promise<boolean> =>
    (await wasStored(services.db, claim)) || (await store(composition, claim, services))
  for (let pause = storeAgainMilliseconds.first; ; pause = Math.min(2 * pause, storeAgainMilliseconds.max)) {
    await services.sleep(pause)
    if (services.now() + storeAgainMilliseconds.max >= deadline) break
    if ((await orLog('rewrite-not-stored', ifAvailable(storeAgain(), services), services)) !== unavailable) return
  }
  await orLog('rewrite-not-stored', storeAgain(), services)
}

/** Stores under the lease, or counts the tokens if it was lost. True if the database answered. */
async function store(composition: Composition, claim: Claim, { db }: WriteServices): Promise<true> {
  if (!claim.certain) await takeLease(db, claim.row, { ...claim, reservation: withoutLimits(claim.reservation) })
  if (!(await storeComposition(composition, claim, db)))
    await commitTokens(db, claim.reservation, usedFor(composition, claim.reservation))
  return true
}

/** Stores the outcome; false if the lease was lost. */
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

/** Tokens used: none if the model was unreachable, all reserved ones if the provider did not say. */
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
