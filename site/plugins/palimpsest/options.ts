import * as v from 'valibot'

const text = v.pipe(v.string(), v.nonEmpty('must not be empty'))

const optionsSchema = v.strictObject({
  /** Docusaurus' own: which instance of the plugin this is. */
  id: v.optional(text, 'default'),
  /** Where the API answers: empty for this site's own origin, else an origin or a path in front of `/api`. */
  apiBase: v.optional(v.string(), ''),
  /** The docs instance with the lessons. */
  docs: v.optional(text, 'default'),
  /** The language the lessons are written in; the site's default locale when absent. */
  language: v.optional(text),
  /** The glossary's file, from the site's folder; none when absent. */
  glossary: v.optional(text),
  /** Where the build leaves its lessons for publishing, from the site's folder. */
  manifest: v.optional(text, 'build-manifest/lessons.json'),
})

export type PalimpsestInput = v.InferInput<typeof optionsSchema>
export type PalimpsestOptions = v.InferOutput<typeof optionsSchema>

/** @throws A message that names every option that is unknown or wrong. */
export function parseOptions(input: unknown): PalimpsestOptions {
  const result = v.safeParse(optionsSchema, input)
  if (result.success) return result.output
  const problems = result.issues.map((issue) => `"${v.getDotPath(issue) ?? ''}": ${issue.message}`)
  throw new Error(`Cannot use the options of the palimpsest plugin: ${problems.join('; ')}`)
}
