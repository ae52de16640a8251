import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import * as v from 'valibot'

const sampleSchema = v.object({
  slug: v.string(),
  language: v.string(),
  sections: v.array(
    v.object({
      id: v.string(),
      /** SHA-256 (hex) of the section's text as masked for translation: the sample only applies to this text. */
      masked_sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
      /** The translated heading; null if the section has none. */
      heading: v.nullable(v.string()),
      /** Masked Markdown with the section's own slots and links. */
      markdown: v.string(),
    }),
  ),
})

/** One lesson translated by hand. */
export type Sample = v.InferOutput<typeof sampleSchema>

const samples = new URL('samples/', import.meta.url)

/** Finds the hand-written translation of a section in the form of a model's answer: heading line first. */
export async function findSample({ id, text }: { id: string; text: string }, language: string): Promise<string | null> {
  const hash = hashMasked(text)
  const sections = (await readSamples(language)).flatMap((sample) => sample.sections)
  const found = sections.find((section) => section.id === id && section.masked_sha256 === hash)
  if (!found) return null
  return found.heading === null ? found.markdown : `## ${found.heading}\n\n${found.markdown}`
}

/** Reads all samples of a language: `samples/ur/<slug with __ for />.json`. */
export async function readSamples(language: string): Promise<Sample[]> {
  if (!/^[a-z]{2,3}$/.test(language)) return []
  const folder = new URL(`${language}/`, samples)
  const names = (await readdir(samples)).includes(language) ? await readdir(folder) : []
  const files = names.filter((name) => name.endsWith('.json')).toSorted()
  return Promise.all(
    files.map(async (name) => v.parse(sampleSchema, JSON.parse(await readFile(new URL(name, folder), 'utf8')))),
  )
}

/** The hash by which a sample is found. */
export function hashMasked(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
