import type { NewKey } from '../../lib/db/key-queries.ts'
import { keyScopes, type KeyScope } from '../../lib/integrator/key-form.ts'
import { defaultLimits } from '../../lib/spend/limits.ts'
import { CommandFailure } from '../command-failure.ts'

/** What the terminal gave for a new key; all but the name may be left out. */
export interface NewKeyWords {
  readonly name: string
  readonly scopes?: string | undefined
  readonly dailyRequests?: string | undefined
  readonly dailyTokens?: string | undefined
}

const nameLengthMax = 60

/** Reads the words for a new key; what is left out is the least that is of use. Throws `CommandFailure` that names the word. */
export function parseNewKey({ name, scopes = 'personalize', dailyRequests, dailyTokens }: NewKeyWords): NewKey {
  return {
    name: parseName(name.trim()),
    scopes: [...new Set(scopes.split(',').map((scope) => parseScope(scope.trim())))],
    dailyRequests: parseCount('daily-requests', dailyRequests, defaultLimits.ADDRESS_DAILY_REQUESTS),
    dailyTokens: parseCount('daily-tokens', dailyTokens, defaultLimits.ADDRESS_DAILY_TOKENS),
  }
}

function parseName(name: string): string {
  if (name !== '' && name.length <= nameLengthMax && !/\p{C}/u.test(name)) return name
  throw new CommandFailure(`Unusable name: wanted 1 to ${nameLengthMax} characters, none of them a control character`)
}

function parseScope(scope: string): KeyScope {
  const known = keyScopes.find((one) => one === scope)
  if (known !== undefined) return known
  throw new CommandFailure(
    `Unknown scope "${scope}": wanted --scopes with any of ${keyScopes.join(', ')}, and commas between`,
  )
}

function parseCount(flag: string, value: string | undefined, otherwise: number): number {
  if (value === undefined) return otherwise
  if (/^\d{1,12}$/.test(value)) return Number(value)
  throw new CommandFailure(`Unusable --${flag} "${value}": wanted a whole number of at most 12 digits`)
}
