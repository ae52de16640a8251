import { expect, test } from 'vitest'
import { renewalMilliseconds } from '../../lib/db/lease-queries.ts'
import { aLearner } from '../support/a-learner.ts'
import { aModel } from '../support/a-model.ts'
import { refuse } from '../support/database-faults.ts'
import { statements } from '../support/fault-moments.ts'
import { takeLoggedErrors } from '../support/logged-errors.ts'
import { publishLesson } from '../support/publish-lesson.ts'
import { countModelCalls, readRowStates, readWith, rewriteCount, wholeReading } from '../support/read-under-fault.ts'
import { at, useBrokenDatabase } from '../support/use-broken-database.ts'

const broken = useBrokenDatabase()

/** Reads a lesson of its own while the database refuses these statements. */
async function readRefused(statement: keyof typeof statements, code: string, script = 'echo') {
  const name = aModel(script)
  const [{ slug }, learner] = await Promise.all([publishLesson(broken.database.db), aLearner()])
  let refused = 0
  broken.strike((query) => {
    if (!query.startsWith(statements[statement])) return undefined
    refused++
    return at(refuse(code))
  })
  const reading = readWith(broken.timers, { slug, learner })
  return { name, slug, reading, refused: () => refused }
}

const eventsLogged = (): unknown[] => [...new Set(takeLoggedErrors().map(({ event }) => event))]
const allReady = Array<string>(rewriteCount).fill('ready')

test('a database that refuses the leases leaves the originals with a reason, and no model is asked', async () => {
  const { name, slug, reading } = await readRefused('takeLease', '42P01')
  const { sources, reasons } = await reading
  expect(sources).toEqual(wholeReading.map(() => 'original'))
  expect(reasons.filter((reason) => reason === 'database-unavailable')).toHaveLength(rewriteCount)
  expect(eventsLogged()).toEqual(['section-failed'])
  expect(await readRowStates(broken.database.db, slug)).toEqual([])
  expect(await countModelCalls(broken.modelBaseUrl, name)).toBe(0)
})

test('a text that the database refuses is the reader’s all the same', async () => {
  const { slug, reading } = await readRefused('store', '22021')
  expect((await reading).sources).toEqual(wholeReading)
  expect(eventsLogged()).toEqual(['rewrite-not-stored'])
  expect(await readRowStates(broken.database.db, slug)).toEqual(allReady.map(() => 'writing'))
})

test.each(['42P01', '40001'])('a renewal that is refused with %s ends nothing: the text is stored', async (code) => {
  const { name, slug, reading, refused } = await readRefused('renewLease', code, 'slow')
  await expect.poll(() => broken.timers.left()).toContain(renewalMilliseconds)
  broken.timers.ring(renewalMilliseconds)
  expect((await reading).sources).toEqual(wholeReading)
  expect(refused()).toBeGreaterThan(0)
  expect(eventsLogged()).toEqual(['lease-not-renewed'])
  expect(await readRowStates(broken.database.db, slug)).toEqual(allReady)
  expect(await countModelCalls(broken.modelBaseUrl, name)).toBe(rewriteCount)
})
