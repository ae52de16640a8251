import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest'
import { queuedMillisecondsMax } from '../../lib/db/create-database.ts'
import { waitMillisecondsMax } from '../../lib/llm/retry-delay.ts'
import { openLimits } from '../../local/open-limits.ts'
import { startBrokenDatabase, type Breakage, type BrokenDatabase } from './broken-database.ts'
import { createTimers, type Timers } from './create-timers.ts'
import type { DatabaseFault } from './database-faults.ts'
import { backgroundWork } from './background-work.ts'
import { startScriptedModel } from './scripted-model.ts'
import { startDatabase, type StartedDatabase } from './start-database.ts'
import { watchLeaks, type LeakWatch } from './watch-leaks.ts'

/** Called for each statement, with its parameters as JSON to distinguish it from others of its kind. */
type Strike = (query: string, params: string) => Pick<DatabaseFault, 'breakage' | 'goesOn'> | undefined

/** What a test talks to; `timers` are the test's own, and its waits ring at once. */
export interface Broken {
  readonly database: StartedDatabase
  readonly modelBaseUrl: string
  readonly timers: Timers
  /** Decides which statements meet a fault from now on. */
  strike(strike: Strike): void
  /** The database is back. */
  endFault(): void
}

/** The network and its limits as they are, whatever a test puts in their place. */
const { fetch } = globalThis
const { timeout } = AbortSignal

/**
 * A database that a test breaks statement by statement, and a model, for one test file. After each test nothing may be
 * left: no timer that is set, no connection of a statement or a model call, no rejection that nobody handled.
 */
export function useBrokenDatabase(): Broken {
  let database: StartedDatabase
  let broken: BrokenDatabase
  let model: Awaited<ReturnType<typeof startScriptedModel>>
  let timers: Timers
  let leaks: LeakWatch
  let struck: Strike = () => undefined
  /** The limits of statements under way, that a test ends by hand. */
  const limits = new WeakMap<AbortSignal, AbortController>()

  const limit = (milliseconds: number): AbortSignal => {
    if (milliseconds !== queuedMillisecondsMax) return timeout.call(AbortSignal, milliseconds)
    const controller = new AbortController()
    limits.set(controller.signal, controller)
    return controller.signal
  }
  /** The way to Neon: where a struck statement meets its fault. */
  const send: typeof fetch = (url, init) => {
    const fault = url === database.fetchEndpoint ? struck(...readStatement(init)) : undefined
    if (!fault) return fetch(url, init)
    const { url: brokenUrl, arrived } = broken.break(fault.breakage)
    const running = init?.signal && limits.get(init.signal)
    if (fault.goesOn === 'limit')
      void arrived.then(() => running?.abort(new DOMException('The statement took too long', 'TimeoutError')))
    return fetch(brokenUrl, init)
  }

  beforeAll(async () => {
    database = await startDatabase()
    broken = await startBrokenDatabase(database.fetchEndpoint)
    model = await startScriptedModel()
    leaks = watchLeaks({
      timers: () => timers.left(),
      connections: () => broken.connections() + model.openCalls(),
    })
    Object.assign(process.env, {
      ...openLimits,
      DATABASE_URL: database.connectionString,
      NEON_FETCH_ENDPOINT: database.fetchEndpoint,
      OPENAI_BASE_URL: model.baseUrl,
      OPENAI_API_KEY: 'test-key',
    })
  })
  beforeEach(() => {
    timers = createTimers({ waitMax: waitMillisecondsMax })
    vi.spyOn(AbortSignal, 'timeout').mockImplementation(limit)
    vi.spyOn(globalThis, 'fetch').mockImplementation(send)
  })
  afterEach(async () => {
    struck = () => undefined
    await backgroundWork()
    expect(await leaks.findLeaks(), 'what is left behind').toEqual([])
  })
  afterAll(async () => {
    leaks.stop()
    await model.close()
    await broken.close()
    await database.close()
  })
  return {
    get database() {
      return database
    },
    get modelBaseUrl() {
      return model.baseUrl
    },
    get timers() {
      return timers
    },
    strike(strike) {
      struck = strike
    },
    endFault() {
      struck = () => undefined
    },
  }
}

function readStatement(init: RequestInit | undefined): Parameters<Strike> {
  const { query, params } = JSON.parse(init?.body as string) as { readonly query: string; readonly params: unknown }
  return [query.trimStart(), JSON.stringify(params)]
}

/** A statement that meets this breakage, which the app hears of at once. */
export const at = (breakage: Breakage) => ({ breakage, goesOn: 'at once' }) as const
