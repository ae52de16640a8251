import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { formatBytes } from '../terminal/format-table.ts'
import { ok, wrong, type Check } from './check.ts'

/** How many functions the platform's free plan deploys. */
const functionsMax = 12

/** How many functions the last `vercel build` made; none are looked for where there was no such build. */
export async function checkFunctions(folder = '.vercel/output/functions'): Promise<Check[]> {
  if (!existsSync(folder)) return []
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.func'))
  const sizes = await Promise.all(names.map((name) => measureFolder(join(folder, name))))
  const found = `${names.length} built, the largest ${formatBytes(Math.max(0, ...sizes))} before the platform bundles it`
  return [
    names.length > functionsMax
      ? wrong('functions', found, `Vercel's free plan deploys at most ${functionsMax}`)
      : ok('functions', found),
  ]
}

async function measureFolder(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const sizes = files
    .filter((entry) => entry.isFile())
    .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}
