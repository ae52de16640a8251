import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A database, a model that refuses every call, and what the requests name. */
export interface Services {
  readonly settings: Readonly<Record<string, string>>
  readonly learner: string
  readonly slug: string
  /** An integrator's. */
  readonly key: string
}

/** Starts them in a process of their own, whose CPU is not the functions'. */
export async function startServices(): Promise<Services & { close(): Promise<void> }> {
  const child = fork(fileURLToPath(new URL('./serve-services.ts', import.meta.url)), {
    env: { ...process.env, NODE_OPTIONS: '' },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const exited = once(child, 'exit')
  const [services] = (await Promise.race([once(child, 'message'), exited])) as [Services]
  return {
    ...services,
    async close() {
      if (child.connected) child.disconnect()
      await exited
    },
  }
}
