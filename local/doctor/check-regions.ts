import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, warning, type Check } from './check.ts'

/** Vercel's region in the same place as Neon's, by the name of the cloud and its region as they stand in Neon's host names. */
const besideNeon: Readonly<Record<string, string>> = {
  'us-east-1.aws': 'iad1',
  'us-east-2.aws': 'cle1',
  'us-west-2.aws': 'pdx1',
  'eu-central-1.aws': 'fra1',
  'eu-west-2.aws': 'lhr1',
  'ap-southeast-1.aws': 'sin1',
  'ap-southeast-2.aws': 'syd1',
  'sa-east-1.aws': 'gru1',
  'eastus2.azure': 'iad1',
  'gwc.azure': 'fra1',
}

/** Whether the functions run next to the database; no check if its host name does not show the region. */
export async function checkRegions(databaseUrl: string | undefined, folder = 'api'): Promise<Check[]> {
  const place = /^[^/]+:\/\/[^/?]*\.([a-z0-9-]+\.(?:aws|azure))\.neon\.tech(?:[:/?]|$)/.exec(databaseUrl ?? '')?.[1]
  const wanted = place === undefined ? undefined : besideNeon[place]
  if (wanted === undefined) return []
  const pinned = await readRegions(folder)
  const found = `the database is in ${place}, the functions in ${pinned.join(', ')}`
  return [
    pinned.length === 1 && pinned[0] === wanted
      ? ok('regions', found)
      : warning('regions', found, `Pin them to '${wanted}', as the guide's page "Deploy" says, and deploy again`),
  ]
}

/** The regions of all functions as they stand in their files: each once, `none` for a function without one. */
async function readRegions(folder: string): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'))
  const files = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  const regions = files.flatMap((file) => (/regions: \[([^\]]*)\]/.exec(file)?.[1] ?? 'none').split(','))
  return [...new Set(regions.map((name) => name.replaceAll(/['"\s]/g, '')))].toSorted()
}
