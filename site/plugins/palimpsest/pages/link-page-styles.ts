import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'

interface BuiltSite {
  /** Where the pages of this locale were written. */
  readonly outDir: string
  /** Docusaurus' `.docusaurus`, with what it knows of routes and chunks. */
  readonly generatedFilesDir: string
  /** Begins and ends with a slash. */
  readonly baseUrl: string
}

const routesSchema = v.record(v.string(), v.object({ __comp: v.optional(v.string()), content: v.optional(v.string()) }))

/** The end of a route's name in Docusaurus' list: three digits of a hash. */
const nameEnd = /-[0-9a-f]{3}$/

/**
 * Docusaurus links one style sheet in every page, and leaves the styles that came with a page's own code to that code. This
 * links them, too, so that such a page has its look from the first paint and without scripts.
 */
export async function linkPageStyles({ outDir, generatedFilesDir, baseUrl }: BuiltSite): Promise<void> {
  const list: unknown = JSON.parse(await readFile(path.join(generatedFilesDir, 'routesChunkNames.json'), 'utf8'))
  const sheets = await readdir(path.join(outDir, 'assets/css'))
  for (const [name, { __comp: component, content }] of Object.entries(v.parse(routesSchema, list))) {
    const chunks = [component, content].flatMap((chunk) => chunk ?? [])
    const links = sheets
      .filter((file) => chunks.some((chunk) => file.startsWith(`${chunk}.`)))
      .map((sheet) => `<link rel="stylesheet" href="${baseUrl}assets/css/${sheet}">`)
    if (links.length === 0) continue
    const page = path.join(outDir, name.replace(nameEnd, '').slice(baseUrl.length), 'index.html')
    const html = await readFile(page, 'utf8')
    await writeFile(page, html.replace('</head>', `${links.join('')}</head>`))
  }
}
