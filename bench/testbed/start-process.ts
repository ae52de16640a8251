import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Vitals } from './vitals.ts'

/** What a process reports itself when it is ready. */
export interface Started {
  readonly url: string
  /** Only where the process opens its database itself. */
  readonly database?: { readonly connectionString: string; readonly fetchEndpoint: string | undefined }
}

/** A server in its own process, which ends when it is closed or when this one ends. */
export interface ServerProcess extends Started {
  vitals(): Promise<Vitals>
  /** The lines that it has logged as errors so far. */
  readonly errors: readonly string[]
  /** Sends SIGKILL: nothing is finished or released. */
  kill(): Promise<void>
  close(): Promise<void>
}

const files = {
  model: new URL('./serve-model.ts', import.meta.url),
  functions: new URL('./serve-functions.ts', import.meta.url),
  local: new URL('./serve-local.ts', import.meta.url),
}

export async function startProcess(
  name: keyof typeof files,
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const child = fork(fileURLToPath(files[name]), {
    env: { ...process.env, NODE_OPTIONS: '', ...environment },
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const errors: string[] = []
  if (child.stderr) createInterface(child.stderr).on('line', (line) => errors.push(line))
  const exited = once(child, 'exit')
  const [started] = await Promise.race([once(child, 'message'), exited])
  if (typeof started !== 'object' || started === null)
    throw new Error(`Cannot start the process "${name}": it ended at once, with "${errors.at(-1) ?? ''}"`)
  return {
    ...(started as Started),
    errors,
    async vitals() {
      child.send('vitals')
      const [vitals] = await once(child, 'message')
      return vitals as Vitals
    },
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
    async close() {
      if (child.connected) child.disconnect()
      await exited
    },
  }
}
