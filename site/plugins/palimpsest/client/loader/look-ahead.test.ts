import { expect, test } from 'vitest'
import { graduate } from '../../../../../test/support/graduate.ts'
import { storageKeys } from '../storage/storage-keys.ts'
import { fetchNext } from './fetch-next.ts'
import { findVersionKey } from '../transport/find-version-key.ts'
import { lookAhead } from './look-ahead.ts'
import { aDevice, openPage, page, profile, stream, whole } from './testing/open-page.ts'

const all = whole('for-you', 'one', 'two')

/** A lesson whose next one is fetched ahead, on a device that is idle when the test says so. */
function openAhead({ sparing = false } = {}) {
  const { lesson, untilPhase } = openPage([() => stream(...all)])
  const calls = { fetched: 0, calledOff: 0, listening: true }
  const waiting: (() => void)[] = []
  let turn = (): void => undefined
  const reading = lookAhead(lesson, {
    device: {
      isSparing: () => sparing,
      whenIdle(run) {
        waiting.push(run)
        return () => void (calls.calledOff += 1)
      },
    },
    onTurnToNext(run) {
      turn = run
      return () => void (calls.listening = false)
    },
    fetchNext: async () => void (calls.fetched += 1),
  })
  return { reading, untilPhase, calls, waiting, turnToNext: () => turn() }
}

test('the next lesson is fetched once, when this one is done and the browser is idle', async () => {
  const { reading, untilPhase, calls, waiting, turnToNext } = openAhead()
  reading.ask()
  expect(waiting).toHaveLength(0)
  await untilPhase('done')
  expect([waiting.length, calls.fetched]).toEqual([1, 0])
  waiting[0]?.()
  turnToNext()
  expect(calls.fetched).toBe(1)
})

test('a reader who turns to the next lesson before this one is done has it fetched then', () => {
  const { calls, turnToNext } = openAhead()
  turnToNext()
  turnToNext()
  expect(calls.fetched).toBe(1)
})

test('nothing is fetched ahead where the reader saves data or the network is slow', async () => {
  const { reading, untilPhase, calls, waiting, turnToNext } = openAhead({ sparing: true })
  reading.ask()
  await untilPhase('done')
  waiting[0]?.()
  turnToNext()
  expect(calls.fetched).toBe(0)
})

test('a reader who leaves has nothing fetched any more', async () => {
  const { reading, untilPhase, calls } = openAhead()
  reading.ask()
  await untilPhase('done')
  reading.close()
  expect([calls.calledOff, calls.listening]).toEqual([1, false])
})

const started = { [storageKeys.rewrites]: JSON.stringify({ recipe: 'p1/demo-writer', variant: 0 }) }
const next = { ...page, slug: 'a/next', locked: false }

/** The keys that are fetched ahead on a device where this lesson comes next. */
async function fetchedAhead(
  comes: typeof next | undefined,
  on = aDevice({ ...profile(), ...started }),
): Promise<string[]> {
  const fetched: string[] = []
  await fetchNext({
    storage: on.storage,
    saved: { find: async (slug) => on.lessons.get(slug) },
    versions: { fetchAhead: async (key) => void fetched.push(key) },
    findNext: async () => comes,
  })
  return fetched
}

test('what is fetched is the version that this reader would be given of the next lesson', async () => {
  const on = aDevice({ ...profile(), ...started })
  expect(await fetchedAhead(next, on)).toEqual([await findVersionKey(on.storage, next, graduate)])
})

test.each([
  ['no lesson comes next', undefined, aDevice({ ...profile(), ...started })],
  ['the next lesson is locked', { ...next, locked: true }, aDevice({ ...profile(), ...started })],
  ['the server has not said yet how it writes', next, aDevice()],
  ['there is no profile', next, aDevice(started)],
])('nothing is fetched where %s', async (_, comes, on) => {
  expect(await fetchedAhead(comes, on)).toEqual([])
})

test('nothing is fetched of a lesson that is on this device', async () => {
  const { lesson, on, untilPhase } = openPage([() => stream(...all)], { lessonOnPage: next })
  lesson.ask()
  await untilPhase('done')
  await new Promise((resolve) => setImmediate(resolve))
  expect(on.lessons.size).toBe(1)
  expect(await fetchedAhead(next, on)).toEqual([])
})
