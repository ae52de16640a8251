import * as v from 'valibot'
import { Problem } from './problem.ts'

/** One thing wrong with a request, as it stands in `detail`. */
interface InputIssue {
  readonly field: string
  readonly message: string
}

/** Parses a body or query against a schema, or throws `invalid-request` naming every field and its wanted value. */
export function parseInput<Schema extends v.GenericSchema>(schema: Schema, input: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, input)
  if (result.success) return result.output
  const issues = result.issues.map(describeIssue)
  const message = issues.map(({ field, message: text }) => (field === '' ? text : `"${field}": ${text}`)).join(' ')
  throw new Problem('invalid-request', message, { detail: issues })
}

function describeIssue(issue: v.BaseIssue<unknown>): InputIssue {
  const field = v.getDotPath(issue) ?? ''
  if (issue.type === 'strict_object' && issue.expected === 'never') return { field, message: 'Unknown field.' }
  if (issue.received === 'undefined') return { field, message: `Missing; wanted ${describeWanted(issue)}.` }
  if (issue.expected === null) return { field, message: issue.message }
  return { field, message: `Got ${shorten(issue.received)}; wanted ${describeWanted(issue)}.` }
}

const describeWanted = (issue: v.BaseIssue<unknown>): string =>
  issue.expected === null ? issue.message : issue.expected.replace(/^\(|\)$/g, '').replaceAll(' | ', ' or ')

const receivedLengthMax = 80
const shorten = (received: string): string =>
  received.length <= receivedLengthMax ? received : `${received.slice(0, receivedLengthMax)}…"`
