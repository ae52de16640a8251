import { Problem } from './problem.ts'

/** One thing wrong with a request, as it stands in the `fields` of `detail`. */
export interface InputIssue {
  readonly field: string
  readonly message: string
}

/** The `invalid-request` that names each wrong field and what is wanted of it. */
export function invalidRequest(fields: readonly InputIssue[]): Problem {
  const message = fields.map(({ field, message: text }) => (field === '' ? text : `"${field}": ${text}`)).join(' ')
  return new Problem('invalid-request', message, { detail: { fields } })
}

/** The same refusal of one field for a reason that no schema knows. */
export const wrongField = (field: string, message: string): Problem => invalidRequest([{ field, message }])
