import * as v from 'valibot'
import { Problem } from './problem.ts'

/** One thing wrong with a request, as it stands in `detail`. */
interface InputIssue {
  readonly field: string
  readonly message: string
}

/** The most issues that an answer names: no request makes an answer much larger than itself. */
export const issuesMax = 20

/**
 * Parses a body or query against a schema, or throws `invalid-request` naming each wrong field (the first
 * `issuesMax` of them) and its wanted value.
 */
export function parseInput<Schema extends v.GenericSchema>(schema: Schema, input: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, input)
  if (result.success) return result.output
  const issues = result.issues.slice(0, issuesMax).map(describeIssue)
  const message = issues.map(({ field, message: text }) => (field === '' ? text : `"${field}": ${text}`)).join(' ')
  throw new Problem('invalid-request', message, { detail: issues })
}

function describeIssue(issue: v.BaseIssue<unknown>): InputIssue {
  const field = shorten(v.getDotPath(issue) ?? '')
  if (issue.type === 'strict_object' && issue.expected === 'never') return { field, message: 'Unknown field.' }
  if (issue.received === 'undefined') return { field, message: `Missing; wanted ${describeWanted(issue)}.` }
  // A check's own words say more than its pattern or limit does.
  if (issue.kind === 'validation') return { field, message: issue.message }
  return { field, message: `Got ${shorten(issue.received, '"')}; wanted ${describeWanted(issue)}.` }
}

const describeWanted = ({ expected, message }: v.BaseIssue<unknown>): string =>
  expected === null ? message : expected.replace(/^\(|\)$/g, '').replaceAll(' | ', ' or ')

const quotedLengthMax = 80
const shorten = (text: string, ending = ''): string =>
  text.length <= quotedLengthMax ? text : `${text.slice(0, quotedLengthMax)}…${ending}`
