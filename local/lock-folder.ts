import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Keeps a data folder to one process by a `<folder>.lock` file that holds the process id. Returns what removes it again.
 * A lock whose process is gone (after a crash) is taken over; a live one throws.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = `${folder}.lock`
  await mkdir(dirname(path), { recursive: true })
  if (!(await claim(path))) {
    const owner = await readOwner(path)
    if (owner !== null && isRunning(owner)) {
      throw new Error(
        `Cannot open the database in ${folder}: process ${owner} has it open. Stop that process first` +
          ` (if it is not Palimpsest, delete ${path})`,
      )
    }
    await rm(path, { force: true })
    if (!(await claim(path)))
      throw new Error(`Cannot open the database in ${folder}: another process is just opening it`)
  }
  return () => rm(path, { force: true })
}

/** `link` creates the lock with its content in one step: no other process can see it empty. */
async function claim(path: string): Promise<boolean> {
  const draft = `${path}.${process.pid}`
  await writeFile(draft, `${process.pid}\n`)
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

async function readOwner(path: string): Promise<number | null> {
  const text = await readFile(path, 'utf8').catch(() => '')
  const id = Number(text.trim())
  return Number.isInteger(id) && id > 0 ? id : null
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    // EPERM: it runs, as another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
