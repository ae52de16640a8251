import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { readEnvironment } from './environment.ts'

/** A source file as of the last build. */
export interface InputFile {
  readonly size: number
  readonly modifiedMs: number
  /** SHA-256 of the content, hex. */
  readonly hash: string
}

/** Every source file of the site by its path from the project's root. */
export type SiteInputs = Readonly<Record<string, InputFile>>

/** Sources of the built site besides `site/`: the shared code, the packages, and the supported browsers. */
const sources = [
  'site',
  'lib/errors',
  'lib/text',
  'lib/lesson',
  'lib/profile',
  'lib/contract',
  'lib/prompt',
  'lib/verify',
  'package-lock.json',
  'package.json',
]

/** Folders written by builds, or not part of the site. */
const ignoredFolders = new Set([
  'site/build',
  'site/build.next',
  'site/build.before',
  'site/build-manifest',
  'site/.docusaurus',
  'site/node_modules',
])

/** Reads the site's sources. A file with the size and time of `known` is assumed unchanged, and not read. */
export async function readSiteInputs(root: string, known: SiteInputs = {}): Promise<SiteInputs> {
  const paths = (await Promise.all(sources.map((source) => listFiles(root, source)))).flat().toSorted()
  const files = paths.map(async (path) => [path, await readInput(root, path, known[path])] as const)
  return Object.fromEntries([...(await Promise.all(files)), ['SITE_URL', readAddress()]])
}

/** The site's address is part of its pages. */
const readAddress = (): InputFile => ({ size: 0, modifiedMs: 0, hash: readEnvironment()['SITE_URL'] ?? '' })

/** Whether both have the same files and contents, whatever their times. */
export function areSameInputs(one: SiteInputs, other: SiteInputs): boolean {
  const paths = Object.keys(one)
  return paths.length === Object.keys(other).length && paths.every((path) => one[path]?.hash === other[path]?.hash)
}

async function listFiles(root: string, path: string): Promise<string[]> {
  if (ignoredFolders.has(path) || /\.test\.tsx?$/.test(path)) return []
  const found = await stat(join(root, path)).catch(() => null)
  if (found === null) return []
  if (!found.isDirectory()) return [path]
  const names = await readdir(join(root, path))
  return (await Promise.all(names.map((name) => listFiles(root, `${path}/${name}`)))).flat()
}

async function readInput(root: string, path: string, known: InputFile | undefined): Promise<InputFile> {
  const file = join(root, path)
  const { size, mtimeMs: modifiedMs } = await stat(file)
  if (known?.size === size && known.modifiedMs === modifiedMs) return known
  return {
    size,
    modifiedMs,
    hash: createHash('sha256')
      .update(await readFile(file))
      .digest('hex'),
  }
}
