import { expect, test } from 'vitest'
import { catalogue } from './faults/catalogue.ts'
import { buildReport, findMissedTargets } from './report.ts'
import { runFidelity } from './run-fidelity.ts'

/** As many cases as each fault gets. */
const casesEach = 3

test('of a few hundred faults that a model sends, none of code, links and HTML reaches a reader, and hardly any other', async () => {
  const report = buildReport(await runFidelity({ seed: 11, cases: casesEach * catalogue.length }))
  expect(report.faults.filter(({ injected }) => injected === 0).map(({ name }) => name)).toEqual([])
  expect(
    report.families.filter(({ family }) => ['slots', 'links', 'html'].includes(family)).map(({ reached }) => reached),
  ).toEqual([0, 0, 0])
  // Shares of one in 100 say nothing of so few cases: what the whole catalogue misses is counted by `npm run fidelity`.
  expect(report.total.shownForeign).toBe(0)
  expect(report.total.reached / report.total.injected).toBeLessThan(0.03)
}, 600_000)

test('findMissedTargets() names what reached a reader', async () => {
  const reached = {
    fault: 'slot-dropped',
    path: 'a',
    faulty: '',
    outcome: 'reached',
    caughtAtOnce: false,
    shown: false,
    shownForeign: false,
  } as const
  expect(findMissedTargets(buildReport({ seed: 1, results: [reached], goodRewrites: 1, falseRejections: [] }))).toEqual(
    ['slots: 1 of 1 reached the reader; at most 0 % may.', 'All faults: 1 of 1 reached the reader; at most 1 % may.'],
  )
})
