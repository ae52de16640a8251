import { readFile } from 'node:fs/promises'
import { type ParsedManifest, parseManifest } from '../lib/db/index.ts'
import { CommandFailure } from './command-failure.ts'

/** The lessons of the site's build; throws `CommandFailure` if there are none, or they are unreadable. */
export async function readManifest(path: string): Promise<ParsedManifest> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new CommandFailure(`Cannot read ${path}: build the site first (npm run build)`, { cause: error })
  })
  try {
    return parseManifest(JSON.parse(text))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CommandFailure(`${path}: ${reason}`, { cause: error })
  }
}
