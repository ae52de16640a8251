import * as v from 'valibot'
import { type InputIssue, invalidRequest, Problem } from '../errors/index.ts'

/** The most issues that an answer names: no request makes an answer much larger than itself. */
export const issuesMax = 20

/** The most values that a body may hold: more than the fullest request that means anything has. */
export const valuesMax = 2_500

/** A schema of an object's fields, whose entries say what is wanted of each. */
type FieldsSchema = v.GenericSchema & { readonly entries?: Readonly<Record<string, { readonly expects: string }>> }

/**
 * Parses a body or query against a schema, or throws `invalid-request` naming each wrong field (the first
 * `issuesMax` of them) and its wanted value.
 */
export function parseInput<Schema extends FieldsSchema>(schema: Schema, input: unknown): v.InferOutput<Schema> {
  // Before the schema looks: it names everything that is wrong with each of them.
  if (!holdsAtMost(valuesMax, input))
    throw new Problem('invalid-request', `The body holds more than ${valuesMax} values, the most that are read.`)
  const result = v.safeParse(schema, input)
  if (result.success) return result.output
  const issues = result.issues.slice(0, issuesMax).map((issue) => describeIssue(issue, schema))
  throw invalidRequest(issues)
}

/** Whether a parsed value holds at most so many others, however deep; looks at no more of them than that. */
function holdsAtMost(max: number, input: unknown): boolean {
  const left = [input]
  for (let count = 0; left.length > 0;) {
    const value = left.pop()
    if (typeof value !== 'object' || value === null) continue
    const values: unknown[] = Array.isArray(value) ? value : Object.values(value)
    count += values.length
    if (count > max) return false
    left.push(...values)
  }
  return true
}

function describeIssue(issue: v.BaseIssue<unknown>, { entries = {} }: FieldsSchema): InputIssue {
  const path = v.getDotPath(issue) ?? ''
  const field = shorten(path)
  if (issue.type === 'strict_object' && issue.expected === 'never') return { field, message: 'Unknown field.' }
  if (issue.received === 'undefined')
    return { field, message: `Missing; wanted ${describeWanted(entries[path]?.expects ?? issue.expected)}.` }
  // A check's own words say more than its pattern or limit does.
  if (issue.kind === 'validation') return { field, message: issue.message }
  return { field, message: `Got ${shorten(issue.received, '"')}; wanted ${describeWanted(issue.expected)}.` }
}

const describeWanted = (expected: string | null): string =>
  expected === null ? 'another value' : expected.replace(/^\(|\)$/g, '').replaceAll(' | ', ' or ')

const quotedLengthMax = 80
const shorten = (text: string, ending = ''): string =>
  text.length <= quotedLengthMax ? text : `${text.slice(0, quotedLengthMax)}…${ending}`
