import type { SentKey } from '../contract/index.ts'
import { clientNetwork, type ClientNetwork } from './client-network.ts'
import { createKeyedHash } from './keyed-hash.ts'
import { networkFactor, type LimitName, type Limits } from './limits.ts'
import type { Bucket, Counter, Limit, Spender, SpenderKey } from './spender.ts'

export interface SpendDeps {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly limits: Limits
  /** Under which addresses and ids are hashed, anew each day. */
  readonly hashSecret: string
}

/**
 * The accounts of a request for a lesson: the learner's (the first), the address's, its network's, and everybody's. With an
 * integrator's key it goes on that key's own account and no other, so that strangers cannot use up what a key allows.
 */
export async function identifySpender(
  request: Request,
  { userId, key }: { readonly userId: string; readonly key: SentKey | undefined },
  deps: SpendDeps,
): Promise<Spender> {
  if (key) return identifyKeyUser(request, key, deps)
  const { hash, ...spender } = await openDay(deps)
  const learner: Bucket = {
    name: `learner:${await hash(userId)}`,
    requests: limitOf('LEARNER_DAILY_REQUESTS', deps),
    tokens: limitOf('LEARNER_DAILY_TOKENS', deps),
  }
  const shared = [
    ...(await Promise.all(
      widthsOf(clientNetwork(request.headers)).map(async ({ kind, text, factor }) => ({
        name: `${kind}:${await hash(text)}`,
        requests: limitOf('ADDRESS_DAILY_REQUESTS', deps, factor),
        tokens: limitOf('ADDRESS_DAILY_TOKENS', deps, factor),
        shared: true,
      })),
    )),
    everybody(deps),
  ]
  return { ...spender, buckets: [learner, ...shared] }
}

/** The account of what the operator has written for readers to come: everybody's. */
export async function identifyOperator(deps: SpendDeps): Promise<Spender> {
  const { hash: _, ...spender } = await openDay(deps)
  return { ...spender, buckets: [everybody(deps)] }
}

/** Counts no requests: a row that every reader writes would hold up all of them. */
const everybody = (deps: SpendDeps): Bucket => ({ name: 'all', tokens: limitOf('DAILY_TOKENS', deps), shared: true })

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
): Promise<Spender<Counter> & { readonly buckets: readonly [Required<Counter>, ...Counter[]] }> {
  const { hash, ...spender } = await openDay(deps)
  const [own, ...wider] = await Promise.all(
    widthsOf(clientNetwork(request.headers)).map(async ({ kind, text, factor }) => ({
      name: kind === 'address' ? `${of}:${await hash(text)}` : `${of}-${kind}:${await hash(text)}`,
      requests: limitOf(limit, deps, factor),
    })),
  )
  if (own === undefined) throw new Error('A request comes from an address')
  return { ...spender, buckets: [own, ...wider] }
}

/** The widths at which an address is counted, each with how many times the limit of one address holds for it. */
const widthsOf = ({ address, network }: ClientNetwork) => [
  { kind: 'address', text: address, factor: 1 },
  ...(network === undefined ? [] : [{ kind: 'network', text: network, factor: networkFactor }]),
]

const limitOf = (name: LimitName, { limits }: SpendDeps, factor = 1): Limit => ({ name, most: limits[name] * factor })

const dayMilliseconds = 86_400_000

async function openDay({ now, hashSecret }: SpendDeps) {
  const began = now()
  const day = new Date(began).toISOString().slice(0, 10)
  const secondsLeft = Math.ceil((dayMilliseconds - (began % dayMilliseconds)) / 1_000)
  return { day, secondsLeft, hash: await createKeyedHash(hashSecret, `spending ${day}`) }
}
