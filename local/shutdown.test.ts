import { expect, test } from 'vitest'
import { createShutdown } from './shutdown.ts'

function create() {
  const events: string[] = []
  let passTime = (): void => {}
  const shutdown = createShutdown({
    print: (line) => events.push(line.split(':')[0] ?? ''),
    exit: (code = 0) => events.push(`exit ${code}`),
    afterDelay: (_milliseconds, run) => (passTime = run),
  })
  return { shutdown, events, passTime: () => passTime() }
}

test('a stop closes what was opened last first, and one failure does not keep the others open', async () => {
  const { shutdown, events } = create()
  shutdown.opened(async () => void events.push('database'))
  shutdown.opened(() => Promise.reject(new Error('stuck')))
  shutdown.opened(async () => void events.push('server'))

  await shutdown.stop()

  expect(events).toEqual(['Stopping', 'server', 'Error', 'database', 'exit 0'])
  expect(shutdown.signal.aborted).toBe(true)
})

test('the same Ctrl+C arriving twice waits for the end; a later one does not', async () => {
  const { shutdown, events, passTime } = create()
  const closing = Promise.withResolvers<void>()
  shutdown.opened(() => closing.promise)
  const stopped = shutdown.stop()

  await shutdown.stop()
  expect(events).toEqual(['Stopping'])
  passTime()
  await shutdown.stop()
  expect(events).toEqual(['Stopping', 'exit 1'])

  closing.resolve()
  await stopped
})
