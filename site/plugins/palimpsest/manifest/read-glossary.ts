import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import { type GlossaryTerm, glossaryTermSchema } from '../../../../lib/lesson/index.ts'

const glossarySchema = v.object({ terms: v.array(glossaryTermSchema) })

/**
 * The site's glossary, a JSON file of the shape `{"terms": [{"term", "aliases", "plain", "comparison"}]}`.
 *
 * @throws When the file is missing, is not JSON, or has another shape.
 */
export async function readGlossary(file: string): Promise<readonly GlossaryTerm[]> {
  const result = v.safeParse(glossarySchema, parseJson(file, await readFile(file, 'utf8')))
  if (result.success) return result.output.terms
  const [issue] = result.issues
  throw new Error(`Cannot read glossary ${JSON.stringify(file)} at "${v.getDotPath(issue) ?? ''}": ${issue.message}`)
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`Cannot read glossary ${JSON.stringify(file)}: it is not JSON`, { cause: error })
  }
}
