import * as v from 'valibot'
import { levels, variants, type SectionChoice } from './level-and-variant.ts'

/** How many sections one request may name. */
export const sectionsMax = 500

export const choiceSchema = v.strictObject({
  level: v.exactOptional(v.picklist(levels)),
  variant: v.exactOptional(v.picklist(variants)),
})

/** How single sections are to be read, by section id; parsed into a map. */
export const choicesSchema = v.pipe(
  v.unknown(),
  v.check(namesSections, `Wanted an object whose names are section ids, at most ${sectionsMax}.`),
  // Built from the names that were sent: a record schema would drop "prototype" and "constructor", which headings may
  // produce.
  v.lazy((input) =>
    v.strictObject(Object.fromEntries(Object.keys(input as object).map((id) => [id, choiceSchema] as const))),
  ),
  v.transform((choices) => new Map<string, SectionChoice>(Object.entries(choices))),
)

/** A section id: PostgreSQL's `jsonb` takes neither control characters nor lone surrogates. */
export const storableName = /^[^\p{Cc}\p{Cs}]+$/u

function namesSections(input: unknown): boolean {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return false
  const ids = Object.keys(input)
  return ids.length <= sectionsMax && ids.every((id) => storableName.test(id) && id !== '__proto__')
}
