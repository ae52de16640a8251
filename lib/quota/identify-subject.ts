import type { SentKey } from '../contract/index.ts'
import { clientNetwork, type ClientNetwork } from './client-network.ts'
import { createKeyedHash } from './keyed-hash.ts'
import { networkFactor, type LimitName, type Limits } from './limits.ts'
import type { Bucket, Counter, Limit, QuotaSubject, SubjectKey } from './quota-subject.ts'

export interface QuotaServices {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly limits: Limits
  /** Secret for hashing addresses and ids; the hashes change every day. */
  readonly hashSecret: string
}

/**
 * The buckets of a request for a lesson: the learner's (the first), the address's, its network's, and everybody's. A
 * request with an integrator's key counts towards that key only, so that strangers cannot use up its quota.
 */
export async function identifySubject(
  request: Request,
  { userId, key }: { readonly userId: string; readonly key: SentKey | undefined },
  services: QuotaServices,
): Promise<QuotaSubject> {
  if (key) return identifyKeyUser(request, key, services)
  const { hash, ...subject } = await openDay(services)
  const learner: Bucket = {
    name: `learner:${await hash(userId)}`,
    requests: limitOf('LEARNER_DAILY_REQUESTS', services),
    tokens: limitOf('LEARNER_DAILY_TOKENS', services),
  }
  const shared = [
    ...(await Promise.all(
      widthsOf(clientNetwork(request.headers)).map(async ({ kind, text, factor }) => ({
        name: `${kind}:${await hash(text)}`,
        requests: limitOf('ADDRESS_DAILY_REQUESTS', services, factor),
        tokens: limitOf('ADDRESS_DAILY_TOKENS', services, factor),
        shared: true,
      })),
    )),
    everybody(services),
  ]
  return { ...subject, buckets: [learner, ...shared] }
}

/** The bucket of rewrites that the operator orders ahead of readers: everybody's. */
export async function identifyOperator(services: QuotaServices): Promise<QuotaSubject> {
  const { hash: _, ...subject } = await openDay(services)
  return { ...subject, buckets: [everybody(services)] }
}

/** Counts tokens only: a request counter would be one row that every reader has to lock. */
const everybody = (services: QuotaServices): Bucket => ({
  name: 'all',
  tokens: limitOf('DAILY_TOKENS', services),
  shared: true,
})

/** The bucket for creating a learner: the address's, since an id costs nothing to make. */
export const identifyNewcomer = (request: Request, services: QuotaServices): Promise<QuotaSubject<Counter>> =>
  identifyAddress(request, { of: 'new-learners', limit: 'ADDRESS_DAILY_NEW_LEARNERS' }, services)

/** The bucket for making or trying a transfer code: the address's, whether the code is valid or not. */
export const identifyMover = (request: Request, services: QuotaServices): Promise<QuotaSubject<Counter>> =>
  identifyAddress(request, { of: 'transfers', limit: 'ADDRESS_DAILY_TRANSFERS' }, services)

/** The bucket for a key before it is validated: invalid keys count towards the address they came from. */
export async function identifyKeyUser(
  request: Request,
  key: SentKey,
  services: QuotaServices,
): Promise<QuotaSubject<never> & { readonly key: SubjectKey }> {
  const { buckets, ...subject } = await identifyAddress(
    request,
    { of: 'wrong-keys', limit: 'ADDRESS_DAILY_WRONG_KEYS' },
    services,
  )
  return { ...subject, key: { ...key, ifWrong: buckets[0] }, buckets: [] }
}

async function identifyAddress(
  request: Request,
  { of, limit }: { readonly of: string; readonly limit: LimitName },
  services: QuotaServices,
): Promise<QuotaSubject<Counter> & { readonly buckets: readonly [Required<Counter>, ...Counter[]] }> {
  const { hash, ...subject } = await openDay(services)
  const [own, ...wider] = await Promise.all(
    widthsOf(clientNetwork(request.headers)).map(async ({ kind, text, factor }) => ({
      name: kind === 'address' ? `${of}:${await hash(text)}` : `${of}-${kind}:${await hash(text)}`,
      requests: limitOf(limit, services, factor),
    })),
  )
  if (own === undefined) throw new Error('A request comes from an address')
  return { ...subject, buckets: [own, ...wider] }
}

/** The prefixes under which an address is counted, each with the factor for the address limit. */
const widthsOf = ({ address, network }: ClientNetwork) => [
  { kind: 'address', text: address, factor: 1 },
  ...(network === undefined ? [] : [{ kind: 'network', text: network, factor: networkFactor }]),
]

const limitOf = (name: LimitName, { limits }: QuotaServices, factor = 1): Limit => ({
  name,
  max: limits[name] * factor,
})

const dayMilliseconds = 86_400_000

async function openDay({ now, hashSecret }: QuotaServices) {
  const began = now()
  const day = new Date(began).toISOString().slice(0, 10)
  const secondsLeft = Math.ceil((dayMilliseconds - (began % dayMilliseconds)) / 1_000)
  return { day, secondsLeft, hash: await createKeyedHash(hashSecret, `spending ${day}`) }
}
