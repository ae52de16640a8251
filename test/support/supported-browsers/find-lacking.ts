import type { Identifier, SimpleSupportStatement } from '@mdn/browser-compat-data'
import { compareVersions, type OldestVersions } from './oldest-versions.ts'

/** The supported browsers whose oldest version lacks a part of MDN's data, as "safari 16.4"; none where MDN does not say. */
export function findLacking(part: Identifier | undefined, oldest: OldestVersions): string[] {
  const { __compat: compat } = part ?? {}
  if (compat === undefined) return []
  const { support } = compat
  return [...oldest].flatMap(([browser, version]) => {
    const statements = [support[browser] ?? []].flat()
    return statements.some((statement) => has(statement, version)) ? [] : [`${browser} ${version}`]
  })
}

/** Behind a flag, or under another name, is not there. */
function has(statement: SimpleSupportStatement, version: string): boolean {
  const { version_added: added, version_removed: removed, flags, prefix, alternative_name: otherName } = statement
  if (flags || prefix || otherName || typeof added !== 'string' || added === 'preview') return false
  if (compareVersions(added.replace('≤', ''), version) > 0) return false
  return typeof removed !== 'string' || compareVersions(removed.replace('≤', ''), version) > 0
}
