import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** The API in a process of its own, which a test may end as a platform does: without a word. */
export interface ApiServer {
  readonly url: string
  /** SIGKILL: nothing is finished or given back. */
  kill(): Promise<void>
  /** Ends it gently; gives what it complained of. */
  close(): Promise<string>
}

/** `hearLine` hears each line of its log. */
export async function startApiServer(
  environment: Readonly<Record<string, string>>,
  hearLine?: (line: string) => void,
): Promise<ApiServer> {
  const child = fork(fileURLToPath(new URL('./serve-api.ts', import.meta.url)), {
    env: { ...process.env, NODE_OPTIONS: '', ...environment },
    execArgv: [],
    silent: true,
  })
  let complaints = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaints += text
  })
  if (child.stdout) createInterface(child.stdout).on('line', (line) => hearLine?.(line))
  const exited = once(child, 'exit')
  const started = await Promise.race([once(child, 'message'), exited])
  if (typeof started[0] !== 'string') throw new Error(`The server did not start: ${complaints}`)
  return {
    url: started[0],
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
    async close() {
      if (child.connected) child.disconnect()
      await exited
      return complaints
    },
  }
}
