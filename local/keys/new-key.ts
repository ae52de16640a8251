import * as v from 'valibot'
import type { NewKey } from '../../lib/db/index.ts'
import { keyScopes } from '../../lib/contract/index.ts'

/** What a day allows a key for which nothing else is said. */
export const keyDefaults = { dailyRequests: 10_000, dailyTokens: 2_000_000 }

const nameLengthMax = 60
const nameText = `wanted 1 to ${nameLengthMax} characters, none of them a control character`
/** What an operator may call a key. */
export const keyName = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^\P{C}+$/u, nameText),
  v.maxLength(nameLengthMax, nameText),
)

/** The value of an option that is a list of scopes. */
export const scopesOption = v.optional(
  v.pipe(
    v.string(),
    v.transform((text) => [...new Set(text.split(',').map((scope) => scope.trim()))]),
    v.array(v.picklist(keyScopes, `wanted any of ${keyScopes.join(', ')}, with commas between`)),
  ),
)

/** A key to be made; what is left out is the least that is of use, and what an address may have. */
export const buildNewKey = ({ name, ...wanted }: Pick<NewKey, 'name'> & Partial<Unset<NewKey>>): NewKey => ({
  name,
  scopes: wanted.scopes ?? ['personalize'],
  dailyRequests: wanted.dailyRequests ?? keyDefaults.dailyRequests,
  dailyTokens: wanted.dailyTokens ?? keyDefaults.dailyTokens,
})

type Unset<Kind> = { readonly [Name in keyof Kind]: Kind[Name] | undefined }
