import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { shownOrigin } from './curl-command.ts'

const run = promisify(execFile)
const outputBytesMax = 16 * 1024 * 1024

/** Runs a command of the transcript against the server at `origin`, and returns what it printed. */
export async function runStep(command: string, origin: string): Promise<string> {
  const { stdout } = await run('sh', ['-c', command.replaceAll(shownOrigin, origin)], {
    encoding: 'utf8',
    maxBuffer: outputBytesMax,
  })
  return stdout.replaceAll(origin, shownOrigin)
}
