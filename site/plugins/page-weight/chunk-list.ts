import { readFile } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'

const chunkIdSchema = v.union([v.string(), v.number()])
const fileSchema = v.looseObject({ publicPath: v.string() })

const chunkListSchema = v.looseObject({
  /** The names of what pages begin with. */
  entrypoints: v.array(v.string()),
  /** The chunks that come with each import, by its name or request. */
  origins: v.record(v.string(), v.array(chunkIdSchema)),
  /** The files of each chunk by its id, and by kind: `js`, `css`. */
  assets: v.record(v.string(), v.record(v.string(), v.array(fileSchema))),
})

/** What Docusaurus knows of the chunks that the bundler has made. */
export type ChunkList = v.InferOutput<typeof chunkListSchema>

/** Docusaurus' own file, written by its bundler before pages are made from it. */
export const chunkListFile = (generatedFilesDir: string): string => path.join(generatedFilesDir, 'client-manifest.json')

/** @throws When Docusaurus has none, or it has another form than it had so far. */
export async function readChunkList(generatedFilesDir: string): Promise<ChunkList> {
  return v.parse(chunkListSchema, JSON.parse(await readFile(chunkListFile(generatedFilesDir), 'utf8')))
}
