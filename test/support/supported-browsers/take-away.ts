import { findLacking } from './find-lacking.ts'
import { listParts } from './list-parts.ts'
import type { OldestVersions } from './oldest-versions.ts'

/** Where a part is found in a page, and its name there: [["Set", "prototype"], "union"]. */
export type PartPath = readonly [owner: readonly string[], name: string]

/** All that scripts can name and one of the supported browsers, at its oldest, lacks; members before their owners. */
export function listLacking(oldest: OldestVersions): PartPath[] {
  return listParts()
    .filter(({ data }) => findLacking(data, oldest).length > 0)
    .map(({ owner, name, ofInstances }): PartPath => [
      [...owner.split('.').filter(Boolean), ...(ofInstances ? ['prototype'] : [])],
      name,
    ])
    .toSorted(([left], [right]) => right.length - left.length)
}

/** Runs in the page, so it stands alone: takes away what `listLacking` has. */
export function takeAway(parts: readonly PartPath[]): void {
  for (const [owner, name] of parts) {
    let place: unknown = window
    for (const step of owner) place = (place as Record<string, unknown> | undefined)?.[step]
    if (place !== undefined && place !== null) delete (place as Record<string, unknown>)[name]
  }
}
