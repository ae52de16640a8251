import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { leaseSeconds, renewalMilliseconds } from '../../lib/db/lease-queries.ts'
import type { SectionPlan } from '../../lib/rewrite/plan-lesson.ts'
import { tokensFor } from '../../lib/rewrite/tokens-for.ts'
import type { RewriteServices } from '../../lib/rewrite/services.ts'
import { writeSection } from '../../lib/rewrite/write-section.ts'
import type { Bucket } from '../../lib/quota/quota-subject.ts'
import { aBucket } from '../support/a-bucket.ts'
import { aSubject } from '../support/a-subject.ts'
import { readTokens } from '../support/read-tokens.ts'
import { createGate } from '../support/create-gate.ts'
import { useSections } from '../support/use-sections.ts'

const fixture = useSections()
const { aSection, aWriter, runOf, expire, readRow } = fixture

const leaseSecondsLeft = async ({ key }: SectionPlan): Promise<number> => {
  const { rows: found } = await sql<{
    seconds: string
  }>`select extract(epoch from lease_until - clock_timestamp()) as seconds from personalized_content_cache where key = ${key}`.execute(
    fixture.database.db,
  )
  return Number(found[0]?.seconds)
}
const tokensOf = (bucket: Bucket) => readTokens(fixture.database.db, bucket)

test('a writer that comes back after its lease ran out and another stored cannot overwrite the text', async () => {
  const planned = aSection()
  const midText = createGate()
  const [late, next] = [aWriter('late', { gate: midText }), aWriter('next')]
  const returning = writeSection(planned, ...runOf(late))
  await midText.reached
  await expire(planned)
  expect(await writeSection(planned, ...runOf(next))).toMatchObject({ cached: false, markdown: next.text })
  midText.open()
  expect(await returning).toMatchObject({ source: 'rewrite', cached: false, markdown: late.text })
  expect(await readRow(planned)).toMatchObject({ state: 'ready', content: next.text })
})

test('a writer that lost its lease resolves what it used beside the one that took over', async () => {
  const [planned, budget] = [aSection(), aBucket('lost')]
  const midText = createGate()
  const subject = aSubject([budget])
  const returning = writeSection(planned, ...runOf(aWriter('late', { gate: midText }), { subject }))
  await midText.reached
  await expire(planned)
  await writeSection(planned, ...runOf(aWriter('next'), { subject }))
  midText.open()
  await returning
  // Neither provider says what was used: each counts as much as was reserved.
  expect(await tokensOf(budget)).toEqual({ reserved: 0, used: 2 * tokensFor(planned.task) })
})

test.each([
  ['a model that could not be reached costs nothing', 'unreachable', () => 0],
  ['a text that broke off counts in full where nobody counted it', 'model-unavailable', tokensFor],
] as const)('%s', async (guarantee, ending, used) => {
  const [planned, budget] = [aSection(), aBucket(guarantee)]
  await writeSection(planned, ...runOf(aWriter('broken', { ending }), { subject: aSubject([budget]) }))
  expect(await tokensOf(budget)).toEqual({ reserved: 0, used: used(planned.task) })
})

test('a writer that comes back while another writes neither stores nor ends the lease of the other', async () => {
  const planned = aSection()
  const [midText, midOther] = [createGate(), createGate()]
  const [late, next] = [aWriter('late', { gate: midText }), aWriter('next', { gate: midOther })]
  const returning = writeSection(planned, ...runOf(late))
  await midText.reached
  await expire(planned)
  const writing = writeSection(planned, ...runOf(next))
  await midOther.reached
  midText.open()
  await returning
  expect(await readRow(planned)).toMatchObject({ state: 'writing', held: true, content: null })
  midOther.open()
  await writing
  expect(await readRow(planned)).toMatchObject({ state: 'ready', content: next.text })
})

test.each(['without-slots', 'model-unavailable'] as const)(
  'a writer that comes back with a text that is %s takes nothing from the one that stored',
  async (ending) => {
    const planned = aSection()
    const midText = createGate()
    const [late, next] = [aWriter('late', { gate: midText, ending }), aWriter('next')]
    const returning = writeSection(planned, ...runOf(late))
    await midText.reached
    await expire(planned)
    await writeSection(planned, ...runOf(next))
    midText.open()
    expect(await returning).toMatchObject({ source: 'original' })
    expect(await readRow(planned)).toMatchObject({ state: 'ready', content: next.text })
  },
)

test('a writer that renews keeps its lease; one that lost it does not get it back by renewing', async () => {
  const planned = aSection()
  const [midText, midOther] = [createGate(), createGate()]
  let renew: () => unknown = () => {}
  let stopped = false
  const every: RewriteServices['every'] = (milliseconds, tick) => {
    expect(milliseconds).toBe(renewalMilliseconds)
    renew = tick
    return () => {
      stopped = true
    }
  }
  const late = aWriter('late', { gate: midText })
  const returning = writeSection(planned, ...runOf(late, { every }))
  await midText.reached
  await expire(planned)
  await renew()
  expect(await leaseSecondsLeft(planned)).toBeGreaterThan(leaseSeconds - 5)
  await expire(planned)
  const next = aWriter('next', { gate: midOther })
  const writing = writeSection(planned, ...runOf(next))
  await midOther.reached
  await expire(planned)
  await renew()
  expect(await leaseSecondsLeft(planned)).toBeLessThan(0)
  expect(stopped).toBe(false)
  midText.open()
  midOther.open()
  await Promise.all([returning, writing])
  expect(stopped).toBe(true)
  expect(await readRow(planned)).toMatchObject({ state: 'ready', content: next.text })
})
