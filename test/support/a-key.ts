import { addKey, type NewKey } from '../../lib/db/key-queries.ts'
import { testDatabase } from './a-lesson.ts'

/** A key that works, with the headers that send it. */
export interface TestKey {
  readonly id: string
  readonly key: string
  readonly headers: { readonly authorization: string }
}

/** Makes a key for an integrator's text, with high limits, but for those that a test sets. */
export async function aKey(wanted: Partial<NewKey> = {}, db = testDatabase()): Promise<TestKey> {
  const name = `test ${crypto.randomUUID()}`
  const plenty = 1_000_000_000
  const added = await addKey(db, {
    ...{ name, scopes: ['personalize'], dailyRequests: plenty, dailyTokens: plenty },
    ...wanted,
  })
  if (!added) throw new Error(`There is a key ${name}`)
  return { ...added, headers: { authorization: `Bearer ${added.key}` } }
}
