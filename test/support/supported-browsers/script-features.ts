import bcd from '@mdn/browser-compat-data' with { type: 'json' }
import { findLacking } from './find-lacking.ts'
import { isOfLanguage, listParts } from './list-parts.ts'
import type { OldestVersions } from './oldest-versions.ts'

type Lacking = ReadonlyMap<string, readonly string[]>

/** What scripts can call by a name and a supported browser lacks: by that name, the browsers that lack it. */
export interface ScriptFeatures {
  /** `Highlight`, `requestIdleCallback`. */
  readonly globals: Lacking
  /** `URL.canParse`, `Intl.Segmenter`, `navigator.userActivation`. */
  readonly statics: Lacking
  /** Members of the language's objects that nothing in a supported browser has under this name: `isSubsetOf`. */
  readonly members: Lacking
  /** The same of pages' objects: `startViewTransition`. */
  readonly pageMembers: Lacking
  /** They share their names with arrays': `map`, `take`. */
  readonly iteratorHelpers: Lacking
  /** Whose members are known by name: `Math`, `navigator`, `Intl.NumberFormat`. */
  readonly owners: ReadonlySet<string>
  /** The newest edition of the language whose syntax all supported browsers read. */
  readonly edition: 2022 | 2023 | 2024 | 2025
}

/** Objects of a page by the interface that says what they have. */
const singletons: Readonly<Record<string, string>> = {
  Clipboard: 'navigator.clipboard',
  Crypto: 'crypto',
  Document: 'document',
  History: 'history',
  Location: 'location',
  Navigator: 'navigator',
  Performance: 'performance',
  Screen: 'screen',
  SpeechSynthesis: 'speechSynthesis',
}

/** One new piece of syntax of each edition. */
const editions = [
  [2025, bcd.javascript.regular_expressions?.['modifier']],
  [2024, bcd.javascript.builtins?.['RegExp']?.['unicodeSets']],
  [2023, bcd.javascript.grammar?.['hashbang_comments']],
] as const

export function readScriptFeatures(oldest: OldestVersions): ScriptFeatures {
  const globals = new Map<string, string[]>()
  const statics = new Map<string, string[]>()
  const members = new Map<string, string[]>()
  const pageMembers = new Map<string, string[]>()
  const iteratorHelpers = new Map<string, string[]>()
  const owners = new Set(Object.values(singletons))
  const known = new Set<string>()
  const parts = listParts().map((part) => ({ ...part, lacking: findLacking(part.data, oldest) }))
  for (const { owner, name, ofInstances, lacking } of parts) {
    owners.add(owner)
    if (lacking.length === 0) {
      if (ofInstances) known.add(name)
      continue
    }
    const object = ofInstances ? singletons[owner] : owner
    if (object === '') globals.set(name, lacking)
    else if (object !== undefined) statics.set(`${object}.${name}`, lacking)
    if (owner === 'Iterator' && ofInstances) iteratorHelpers.set(name, lacking)
  }
  const isMissing = (owner: string) => owner !== 'Iterator' && (globals.has(owner) || statics.has(owner))
  // Of what is lacking itself, nothing has the members: it is found where it is called. Iterators are made without their name.
  for (const { owner, name, ofInstances, lacking } of parts) {
    const found = ofInstances && lacking.length > 0 && !known.has(name) && !isMissing(owner)
    if (found) (isOfLanguage(owner) ? members : pageMembers).set(name, lacking)
  }
  const [edition] = editions.find(([, part]) => part !== undefined && findLacking(part, oldest).length === 0) ?? [
    2022 as const,
  ]
  return { globals, statics, members, pageMembers, iteratorHelpers, edition, owners }
}
