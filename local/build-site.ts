import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { areSameInputs, readSiteInputs } from './site-inputs.ts'
import type { SiteInputs } from './site-inputs.ts'

const stampSchema = v.record(v.string(), v.object({ size: v.number(), modifiedMs: v.number(), hash: v.string() }))

export interface BuildSiteOptions {
  /** The project's root. */
  readonly root: string
  /** Runs the build; rejects when it fails. */
  readonly build: () => Promise<void>
}

/** Outputs, from the project's root; if one is missing, an unchanged site is built again. */
export const sitePaths = {
  siteDir: 'site/build',
  manifest: 'site/build-manifest/lessons.json',
  stamp: '.palimpsest/site-build.json',
} as const

/**
 * Builds the site if a source changed since the last build here, or its output is missing. Returns whether it built.
 */
export async function buildSiteIfChanged({ root, build }: BuildSiteOptions): Promise<'built' | 'unchanged'> {
  const stampPath = join(root, sitePaths.stamp)
  const stamp = await readStamp(stampPath)
  // Read before the build, so that an edit during the build is seen at the next start.
  const inputs = await readSiteInputs(root, stamp ?? {})
  const unchanged = stamp !== null && areSameInputs(stamp, inputs) && (await hasOutput(root))
  if (!unchanged) {
    await rm(stampPath, { force: true })
    await build()
  }
  await mkdir(dirname(stampPath), { recursive: true })
  await writeFile(stampPath, JSON.stringify(inputs))
  return unchanged ? 'unchanged' : 'built'
}

/** Null if there is none, or it is unreadable: then the site is built. */
async function readStamp(path: string): Promise<SiteInputs | null> {
  try {
    return v.parse(stampSchema, JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return null
  }
}

async function hasOutput(root: string): Promise<boolean> {
  const outputs = [join(root, sitePaths.siteDir, 'index.html'), join(root, sitePaths.manifest)]
  const found = await Promise.all(
    outputs.map((path) =>
      stat(path).then(
        () => true,
        () => false,
      ),
    ),
  )
  return found.every(Boolean)
}
