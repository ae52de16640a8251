import { expect, test } from 'vitest'
import { writeSection } from '../../lib/rewrite/write-section.ts'
import { createGate, type Gate } from '../support/create-gate.ts'
import { useSections } from '../support/use-sections.ts'

const { aSection, aWriter, runOf, expire, hold } = useSections()
/** Sleeps once: reports that it waits, and goes on when the test says so. */
const sleepAt = (gate: Gate) => ({ sleep: () => gate.pass() })

test('who comes while a section is being written gets that text, without a model call', async () => {
  const planned = aSection()
  const [midText, waits] = [createGate(), createGate()]
  const [first, second] = [aWriter('early', { gate: midText }), aWriter('other')]
  const writing = writeSection(planned, ...runOf(first))
  await midText.reached
  const following = writeSection(planned, ...runOf(second, sleepAt(waits)))
  await waits.reached
  midText.open()
  expect(await writing).toMatchObject({ source: 'rewrite', cached: false, markdown: first.text })
  waits.open()
  expect(await following).toMatchObject({ source: 'rewrite', cached: true, markdown: first.text })
  expect([first.calls(), second.calls()]).toEqual([1, 0])
})

test('two who ask for the lease in the same moment: one writes, the other waits', async () => {
  const planned = aSection()
  const taking: Gate[] = []
  const bothThere = Promise.withResolvers<void>()
  hold(({ statements }) => {
    if (!statements[0]?.query.startsWith('insert')) return undefined
    const gate = createGate()
    if (taking.push(gate) === 2) bothThere.resolve()
    return gate
  })
  const writers = [aWriter('early'), aWriter('other')]
  const settling = writers.map((writer) => writeSection(planned, ...runOf(writer)))
  await bothThere.promise
  hold(() => undefined)
  for (const gate of taking) gate.open()
  const [one, two] = await Promise.all(settling)
  expect(writers.reduce((sum, writer) => sum + writer.calls(), 0)).toBe(1)
  expect(one?.markdown).toBe(two?.markdown)
})

test('who waits takes over from a writer that fell silent, as soon as its lease has run out', async () => {
  const planned = aSection()
  const [midText, waits] = [createGate(), createGate()]
  const [silent, next] = [aWriter('silent', { gate: midText }), aWriter('next')]
  const abandoned = writeSection(planned, ...runOf(silent))
  await midText.reached
  const following = writeSection(planned, ...runOf(next, sleepAt(waits)))
  await waits.reached
  await expire(planned)
  waits.open()
  expect(await following).toMatchObject({ cached: false, markdown: next.text })
  midText.open()
  await abandoned
})

test('of two who see the same lease run out, one takes over and the other goes on waiting for it', async () => {
  const planned = aSection()
  const [midText, midOther, secondLease] = [createGate(), createGate(), createGate()]
  const silent = writeSection(planned, ...runOf(aWriter('silent', { gate: midText })))
  await midText.reached
  await expire(planned)
  // The second one's statement is on its way while the first one's is answered.
  const slowToken = crypto.randomUUID()
  hold(({ statements }) => (statements[0]?.params.includes(slowToken) ? secondLease : undefined))
  const [quick, slow] = [aWriter('quick', { gate: midOther }), aWriter('slow')]
  const following = writeSection(planned, ...runOf(slow, { createId: () => slowToken }))
  await secondLease.reached
  const writing = writeSection(planned, ...runOf(quick))
  await midOther.reached
  secondLease.open()
  midOther.open()
  await writing
  expect(await following).toMatchObject({ cached: true, markdown: quick.text })
  expect(slow.calls()).toBe(0)
  hold(() => undefined)
  midText.open()
  await silent
})

test('who waits for a call that fails gets the original with its reason, and makes no call; once the section has rested it does', async () => {
  const planned = aSection()
  const [midText, waits] = [createGate(), createGate()]
  const next = aWriter('next')
  const failing = writeSection(planned, ...runOf(aWriter('early', { gate: midText, ending: 'model-unavailable' })))
  await midText.reached
  const following = writeSection(planned, ...runOf(next, sleepAt(waits)))
  await waits.reached
  midText.open()
  expect(await failing).toMatchObject({ source: 'original', reason: 'model-unavailable' })
  waits.open()
  expect(await following).toMatchObject({ source: 'original', cached: true, reason: 'model-unavailable' })
  expect(next.calls()).toBe(0)
  await expire(planned)
  expect(await writeSection(planned, ...runOf(next))).toMatchObject({ cached: false, markdown: next.text })
})

test('who waits for a text that is rejected gets the original with its reason, without a model call', async () => {
  const planned = aSection()
  const [midText, waits] = [createGate(), createGate()]
  const next = aWriter('next')
  const failing = writeSection(planned, ...runOf(aWriter('early', { gate: midText, ending: 'without-slots' })))
  await midText.reached
  const following = writeSection(planned, ...runOf(next, sleepAt(waits)))
  await waits.reached
  midText.open()
  const { reason } = await failing
  waits.open()
  expect(reason).toBeDefined()
  expect(await following).toMatchObject({ source: 'original', cached: true, reason })
  expect(next.calls()).toBe(0)
})

test('who waits for a writer that never ends gets the original at the deadline', async () => {
  const planned = aSection()
  const midText = createGate()
  const endless = writeSection(planned, ...runOf(aWriter('endless', { gate: midText })))
  await midText.reached
  let clock = 0
  const next = aWriter('next')
  const sleep = (milliseconds: number): Promise<void> => {
    clock += milliseconds
    return Promise.resolve()
  }
  const result = await writeSection(planned, ...runOf(next, { now: () => clock, sleep, waitDeadline: 60_000 }))
  expect(result).toMatchObject({ source: 'original', reason: 'waited-too-long' })
  expect(clock).toBeGreaterThanOrEqual(60_000)
  expect(clock).toBeLessThan(61_000)
  expect(next.calls()).toBe(0)
  midText.open()
  await endless
})
