import * as v from 'valibot'
import { type InputIssue, invalidRequest, Problem } from '../errors/index.ts'

/** How many issues an answer lists, so that a request cannot get an answer much larger than itself. */
export const issuesMax = 20

/** How many values a body may hold: more than the largest meaningful request has. */
export const valuesMax = 2_500

/** A schema of an object, whose entries name the wanted values. */
type FieldsSchema = v.GenericSchema & { readonly entries?: Readonly<Record<string, { readonly expects: string }>> }

/**
 * Parses a body or query against a schema, or throws `invalid-request` naming each wrong field (the first
 * `issuesMax` of them) and its wanted value.
 */
export function parseInput<Schema extends FieldsSchema>(schema: Schema, input: unknown): v.InferOutput<Schema> {
  // Checked before the schema, which lists every problem of every value.
  if (!holdsAtMost(valuesMax, input))
    throw new Problem('invalid-request', `The body holds more than ${valuesMax} values, the limit.`)
  const result = v.safeParse(schema, input)
  if (result.success) return result.output
  const issues = result.issues.slice(0, issuesMax).map((issue) => describeIssue(issue, schema))
  throw invalidRequest(issues)
}

/** Whether a parsed value holds at most `max` others, at any depth; stops counting beyond that. */
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
  // A check's own message says more than its pattern or limit.
  if (issue.kind === 'validation') return { field, message: issue.message }
  return { field, message: `Got ${shorten(issue.received, '"')}; wanted ${describeWanted(issue.expected)}.` }
}

const describeWanted = (expected: string | null): string =>
  expected === null ? 'another value' : expected.replace(/^\(|\)$/g, '').replaceAll(' | ', ' or ')

const quotedLengthMax = 80
const shorten = (text: string, ending = ''): string =>
  text.length <= quotedLengthMax ? text : `${text.slice(0, quotedLengthMax)}…${ending}`
