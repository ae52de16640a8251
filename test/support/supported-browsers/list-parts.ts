import type { Identifier } from '@mdn/browser-compat-data'
import bcd from '@mdn/browser-compat-data' with { type: 'json' }
import { partsOf } from './parts-of.ts'

/** Something of the language or of a page that scripts can name. */
export interface ScriptPart {
  /** Where it is: "URL", "Intl", "Element"; '' for the window itself. */
  readonly owner: string
  readonly name: string
  /** Whether instances have it, and not the owner itself. */
  readonly ofInstances: boolean
  /** With the versions of browsers that have it. */
  readonly data: Identifier
}

/** Everything that MDN's data has of the language and of pages. */
export function listParts(): ScriptPart[] {
  return interfaces().flatMap(([path, parts]) => {
    const steps = path.split('.')
    const [owner = '', name = ''] = steps.length > 1 ? steps : ['', path]
    // Where something of the language cannot be made, its name stands for what a page cannot name: `Iterator` came before itself.
    const own = (isOfLanguage(path) && parts[name]) || parts
    const itself = { owner, name, ofInstances: false, data: own }
    return [itself, ...partsOf(parts).flatMap(([key, part]) => memberOf(path, key, part))]
  })
}

/** Whether something is the language's, and not pages'. */
export const isOfLanguage = (path: string): boolean => bcd.javascript.builtins?.[path] !== undefined

const isName = /^[A-Za-z][\w$]*$/

/** Interfaces of pages and of the language, and those within `Intl` and the like. */
function interfaces(): [string, Identifier][] {
  const builtins = partsOf(bcd.javascript.builtins)
  const spaces = [...builtins, ['WebAssembly', bcd.webassembly.api] as const]
  const within = spaces.flatMap(([space, parts]) =>
    partsOf(parts)
      .filter(([name]) => /^[A-Z]/.test(name) && name !== space)
      .map(([name, part]): [string, Identifier] => [`${space}.${name}`, part]),
  )
  return [...partsOf(bcd.api), ...builtins, ...within].filter(([path]) =>
    path.split('.').every((name) => isName.test(name)),
  )
}

/** Constructors are left out, and what has no name of its own, as events. */
function memberOf(path: string, key: string, data: Identifier): ScriptPart[] {
  const name = key.replace(/_static$/, '')
  if (!isName.test(name) || /^[A-Z]/.test(name)) return []
  return [
    { owner: path === 'Window' ? '' : path, name, ofInstances: path !== 'Window' && !isStatic(path, key, data), data },
  ]
}

/** Of the language's own, the specification's address says whether instances have it. */
function isStatic(path: string, key: string, { __compat: compat }: Identifier): boolean {
  const address = [compat?.spec_url ?? 'prototype'].flat().join(' ')
  return key.endsWith('_static') || (isOfLanguage(path) && !address.includes('prototype'))
}
