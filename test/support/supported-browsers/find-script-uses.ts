import { parse, type AnyNode } from 'acorn'
import { full, fullAncestor } from 'acorn-walk'
import { analyze } from 'eslint-scope'
import type { ScriptFeatures } from './script-features.ts'
import type { Use } from './use.ts'

const windows = new Set(['window', 'globalThis', 'self'])
/** What gives an iterator, and no array. */
const givesIterator = new Set(['values', 'keys', 'entries', 'matchAll'])

/** A script that was read, or what in it no supported browser can read. */
export interface ReadScript {
  readonly source: string
  readonly tree?: Program
  readonly problem?: Use
  /** Names of members that it gives to something itself: what has one of them need not be the browser's. */
  readonly given: ReadonlySet<string>
}

type Program = AnyNode & { readonly type: 'Program' }

/** Reads a built script as a browser does that knows no newer edition of the language. */
export function readScript(source: string, ecmaVersion: ScriptFeatures['edition']): ReadScript {
  const sourceType = /^\s*(import|export)\b/m.test(source) ? 'module' : 'script'
  try {
    const tree = parse(source, { ecmaVersion, sourceType, ranges: true })
    return { source, tree, given: findGivenNames(tree) }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const { pos: at = 0 } = error as SyntaxError & { pos?: number }
    const problem = {
      feature: `syntax after ES${ecmaVersion}`,
      lacking: [error.message],
      at,
      around: textAround(source, at),
    }
    return { source, problem, given: new Set() }
  }
}

/**
 * Where a script uses what a supported browser lacks. `typeof` and `in` ask whether something is there and are no use of it.
 * What a variable holds is not known: a member is found by its name, unless the script, or for members of pages' objects any
 * script (`givenAnywhere`), gives that name to something; an iterator's helper only where the iterator is made.
 */
export function findScriptUses(
  { source, tree, problem, given }: ReadScript,
  features: ScriptFeatures,
  givenAnywhere = given,
): Use[] {
  if (tree === undefined) return problem === undefined ? [] : [problem]
  const uses: Use[] = []
  const add = (feature: string, lacking: readonly string[] | undefined, { start: at }: AnyNode): void => {
    if (lacking !== undefined) uses.push({ feature, lacking, at, around: textAround(source, at) })
  }
  const free = findFreeNames(tree)
  fullAncestor(tree, (node, _state, ancestors) => {
    const parent = ancestors.at(-2)
    const each = node
    if (isTypeof(parent)) return
    if (each.type === 'Identifier' && free.has(each)) add(each.name, features.globals.get(each.name), each)
    else if (each.type === 'MemberExpression') addMember(each)
    else if (each.type === 'ObjectPattern') addPattern(each, parent)
    else if (each.type === 'NewExpression' || each.type === 'CallExpression') {
      const flags = regExpFlags(each, free)
      if (flags !== undefined && !canRead(`/a/${flags}`, features.edition))
        add(`RegExp flags ${flags}`, ['by its edition'], each)
    }
  })
  function addMember(node: MemberExpression): void {
    const name = memberName(node)
    if (name === undefined) return
    const owner = ownerName(node.object, free)
    if (owner === '') add(name, features.globals.get(name), node)
    else if (owner !== undefined && features.owners.has(owner))
      add(`${owner}.${name}`, features.statics.get(`${owner}.${name}`), node)
    else if (isIterator(node.object)) add(`Iterator.prototype.${name}`, features.iteratorHelpers.get(name), node)
    else if (!given.has(name))
      add(
        `.${name}`,
        features.members.get(name) ?? (givenAnywhere.has(name) ? undefined : features.pageMembers.get(name)),
        node,
      )
  }
  /** `const { canParse } = URL` */
  function addPattern(pattern: AnyNode & { readonly type: 'ObjectPattern' }, parent: AnyNode | undefined): void {
    const owner = ownerName(patternSource(parent), free)
    if (owner === undefined) return
    for (const property of pattern.properties) {
      if (property.type !== 'Property' || property.computed || property.key.type !== 'Identifier') continue
      const { name } = property.key
      if (owner === '') add(name, features.globals.get(name), property)
      else add(`${owner}.${name}`, features.statics.get(`${owner}.${name}`), property)
    }
  }
  return uses
}

type MemberExpression = AnyNode & { readonly type: 'MemberExpression' }

const textAround = (source: string, at: number): string => source.slice(Math.max(0, at - 160), at + 160)

/** Names that stand for nothing of the script's own. */
function findFreeNames(tree: Program): ReadonlySet<AnyNode> {
  const { globalScope } = analyze(tree as never, { ecmaVersion: 2022, sourceType: 'module' })
  return new Set((globalScope?.through ?? []).map(({ identifier }) => identifier as unknown as AnyNode))
}

function findGivenNames(tree: AnyNode): ReadonlySet<string> {
  const given = new Set<string>()
  full(tree, (node) => {
    const each = node
    if (each.type === 'Property' || each.type === 'MethodDefinition' || each.type === 'PropertyDefinition') {
      if (each.key.type === 'Identifier') given.add(each.key.name)
      else if (each.key.type === 'Literal') given.add(String(each.key.value))
    } else if (each.type === 'AssignmentExpression' && each.left.type === 'MemberExpression') {
      given.add(memberName(each.left) ?? '')
    }
  })
  return given
}

const isTypeof = (parent: AnyNode | undefined): boolean =>
  parent?.type === 'UnaryExpression' && parent.operator === 'typeof'

const memberName = (node: AnyNode & { readonly type: 'MemberExpression' }): string | undefined => {
  const { property } = node
  if (!node.computed) return property.type === 'Identifier' ? property.name : undefined
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : undefined
}

/** "Intl" for `Intl` and `window.Intl`, "navigator.clipboard"; '' for the window; undefined for what is no global name. */
function ownerName(node: AnyNode | undefined, free: ReadonlySet<AnyNode>): string | undefined {
  if (node?.type === 'ChainExpression') return ownerName(node.expression, free)
  if (node?.type === 'Identifier') return free.has(node) ? (windows.has(node.name) ? '' : node.name) : undefined
  if (node?.type !== 'MemberExpression') return undefined
  const owner = ownerName(node.object, free)
  const name = memberName(node)
  if (owner === undefined || name === undefined) return undefined
  return owner === '' ? name : `${owner}.${name}`
}

const patternSource = (parent: AnyNode | undefined): AnyNode | undefined =>
  parent?.type === 'VariableDeclarator'
    ? (parent.init ?? undefined)
    : parent?.type === 'AssignmentExpression'
      ? parent.right
      : undefined

function isIterator(node: AnyNode): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false
  return givesIterator.has(memberName(node.callee) ?? '') && !isObjectOrArray(node.callee.object)
}

/** `Object.values(…)` gives an array. */
const isObjectOrArray = (node: AnyNode): boolean => node.type === 'Identifier' && /^(Object|Reflect)$/.test(node.name)

function regExpFlags(
  node: AnyNode & { readonly type: 'NewExpression' | 'CallExpression' },
  free: ReadonlySet<AnyNode>,
): string | undefined {
  const flags = node.arguments[1]
  const isRegExp = ownerName(node.callee, free) === 'RegExp'
  return isRegExp && flags?.type === 'Literal' && typeof flags.value === 'string' ? flags.value : undefined
}

function canRead(source: string, ecmaVersion: ScriptFeatures['edition']): boolean {
  try {
    parse(source, { ecmaVersion })
    return true
  } catch {
    return false
  }
}
