import type { Identifier } from '@mdn/browser-compat-data'
import bcd from '@mdn/browser-compat-data' with { type: 'json' }
import { findLacking } from './find-lacking.ts'
import type { OldestVersions } from './oldest-versions.ts'
import { partsOf } from './parts-of.ts'

/** What style sheets can use, by its name in MDN's data: the browsers that lack it, none where all have it. */
export interface StyleFeatures {
  atRule(name: string, part?: string): readonly string[]
  property(name: string, value?: string): readonly string[]
  /** A pseudo-class or pseudo-element, without its colons; `nesting`. */
  selector(name: string): readonly string[]
  /** Of values of any property. */
  function(name: string): readonly string[]
  unit(name: string): readonly string[]
}

export function readStyleFeatures(oldest: OldestVersions): StyleFeatures {
  const lacking = (part: Identifier | undefined): readonly string[] => findLacking(part, oldest)
  const { 'at-rules': atRules, properties, selectors, types } = bcd.css
  const kinds = partsOf(types)
  const within = (wanted: boolean) =>
    kinds.filter(([name]) => dimensions.has(name) === wanted).flatMap(([, kind]) => partsOf(kind))
  const functions = new Map([...within(false), ...kinds])
  const units = new Map(within(true))
  return {
    atRule: (name, part) => lacking(part === undefined ? atRules?.[name] : atRules?.[name]?.[part]),
    property: (name, value) => lacking(value === undefined ? properties?.[name] : properties?.[name]?.[value]),
    selector: (name) => lacking(selectors?.[name]),
    function: (name) => lacking(functions.get(name)),
    unit: (name) => lacking(units.get(name)),
  }
}

/** Types whose parts are units: `rem` is one of lengths, and a function of its own. */
const dimensions = new Set(['angle', 'flex', 'frequency', 'length', 'resolution', 'time'])
