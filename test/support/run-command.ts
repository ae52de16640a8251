import { spawn } from 'node:child_process'
import { resolve } from 'node:path'

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface CommandCall {
  /** A file of `local/`. */
  readonly file: string
  readonly args: readonly string[]
  /** Where it runs, with the `.env` that is there. */
  readonly folder: string
  readonly environment?: Readonly<Record<string, string>>
  /** Given what sends the process a signal. */
  readonly onStart?: (kill: (signal: NodeJS.Signals) => void) => void
}

/** Runs a command as npm would, in an environment that holds nothing else. */
export async function runCommand({ file, args, folder, environment = {}, onStart }: CommandCall): Promise<Ended> {
  const env = { NO_COLOR: '1', ...environment }
  const child = spawn(process.execPath, [resolve('local', file), ...args], { cwd: folder, env })
  onStart?.((signal) => child.kill(signal))
  const [stdout, stderr, code] = await Promise.all([
    child.stdout.setEncoding('utf8').toArray(),
    child.stderr.setEncoding('utf8').toArray(),
    new Promise<number | null>((done) => {
      child.once('close', done)
    }),
  ])
  return { code, stdout: stdout.join(''), stderr: stderr.join('') }
}
