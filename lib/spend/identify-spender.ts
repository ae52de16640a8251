import type { SentKey } from '../integrator/key-form.ts'
import { clientNetwork } from './client-network.ts'
import { createKeyedHash } from './keyed-hash.ts'
import type { LimitName, Limits } from './limits.ts'
import type { Bucket, Counter, Limit, Spender, SpenderKey } from './spender.ts'

export interface SpendDeps {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly limits: Limits
  /** Under which addresses and ids are hashed, anew each day. */
  readonly hashSecret: string
}

/** The accounts of a request for a lesson: everybody's, and the learner's and the address's where no integrator's key is sent. */
export async function identifySpender(
  request: Request,
  { userId, key }: { readonly userId: string; readonly key: SentKey | undefined },
  deps: SpendDeps,
): Promise<Spender> {
  const bucket = (name: string, who: '' | 'LEARNER_' | 'ADDRESS_'): Bucket => ({
    name,
    requests: limitOf(`${who}DAILY_REQUESTS`, deps),
    tokens: limitOf(`${who}DAILY_TOKENS`, deps),
  })
  const all = bucket('all', '')
  if (key) return { ...(await identifyKeyUser(request, key, deps)), buckets: [all] }
  const { hash, ...spender } = await openDay(deps)
  const learner = bucket(`learner:${await hash(userId)}`, 'LEARNER_')
  const address = bucket(`address:${await hash(clientNetwork(request.headers))}`, 'ADDRESS_')
  return { ...spender, buckets: [learner, address, all] }
}

/** The account of what the operator has written for readers to come: everybody's. */
export async function identifyOperator(deps: SpendDeps): Promise<Spender> {
  const { hash: _, ...spender } = await openDay(deps)
  const [requests, tokens] = [limitOf('DAILY_REQUESTS', deps), limitOf('DAILY_TOKENS', deps)]
  return { ...spender, buckets: [{ name: 'all', requests, tokens }] }
}

/** The account on which a new learner goes: the address's that it comes from. An id costs nothing to make. */
export const identifyNewcomer = (request: Request, deps: SpendDeps): Promise<Spender<Counter>> =>
  identifyAddress(request, { of: 'new-learners', limit: 'ADDRESS_DAILY_NEW_LEARNERS' }, deps)

/** The account on which a code for another device is made or tried: the address's, whether the code holds or not. */
export const identifyMover = (request: Request, deps: SpendDeps): Promise<Spender<Counter>> =>
  identifyAddress(request, { of: 'transfers', limit: 'ADDRESS_DAILY_TRANSFERS' }, deps)

/** Who sends a key, before it is known whether it holds: no account but the address's, for the case that it does not. */
export async function identifyKeyUser(
  request: Request,
  key: SentKey,
  deps: SpendDeps,
): Promise<Spender<never> & { readonly key: SpenderKey }> {
  const { buckets, ...spender } = await identifyAddress(
    request,
    { of: 'wrong-keys', limit: 'ADDRESS_DAILY_WRONG_KEYS' },
    deps,
  )
  return { ...spender, key: { ...key, ifWrong: buckets[0] }, buckets: [] }
}

async function identifyAddress(
  request: Request,
  { of, limit }: { readonly of: string; readonly limit: LimitName },
  deps: SpendDeps,
): Promise<Spender<Counter> & { readonly buckets: readonly [Counter] }> {
  const { hash, ...spender } = await openDay(deps)
  const name = `${of}:${await hash(clientNetwork(request.headers))}`
  return { ...spender, buckets: [{ name, requests: limitOf(limit, deps) }] }
}

const limitOf = (name: LimitName, { limits }: SpendDeps): Limit => ({ name, most: limits[name] })

const dayMilliseconds = 86_400_000

async function openDay({ now, hashSecret }: SpendDeps) {
  const began = now()
  const day = new Date(began).toISOString().slice(0, 10)
  const secondsLeft = Math.ceil((dayMilliseconds - (began % dayMilliseconds)) / 1_000)
  return { day, secondsLeft, hash: await createKeyedHash(hashSecret, `spending ${day}`) }
}
