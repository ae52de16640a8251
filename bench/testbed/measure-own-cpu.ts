import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A call of `POST /api/personalize` whose every section is in the cache. */
export interface CachedCall {
  readonly reader: string
  readonly slug: string
  readonly accept: 'text/event-stream' | 'application/json'
}

/**
 * Milliseconds of CPU of one call of the function without the database: its answers are recorded first, and replayed a
 * thousand times, in a process that does nothing else.
 */
export async function measureOwnCpu(call: CachedCall, environment: Readonly<Record<string, string>>): Promise<number> {
  const child = fork(fileURLToPath(new URL('./repeat-call.ts', import.meta.url)), {
    env: { ...process.env, NODE_OPTIONS: '', ...environment },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  child.send(call)
  const [milliseconds] = await Promise.race([once(child, 'message'), once(child, 'exit')])
  if (child.connected) child.disconnect()
  return Number(milliseconds)
}
