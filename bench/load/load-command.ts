import { parseArgs } from 'node:util'
import { print, runToEnd } from '../../local/run-to-end.ts'
import { printFindings, type LoadFindings } from './load-findings.ts'
import type { DatabaseKind } from './open-first-day.ts'
import { crowds, runFirstDay, type CrowdName } from './run-first-day.ts'
import { runLoad } from './run-load.ts'

/**
 * `npm run load -- --seconds 60 --learners 200`, and `npm run load -- --first-day` for readers of lessons that nobody has read yet, as a
 * class, a school and a city, on both databases: fails unless all of it holds.
 */
await runToEnd(async () => {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '60' },
      learners: { type: 'string' },
      'first-day': { type: 'boolean', default: false },
      database: { type: 'string', multiple: true, default: ['embedded', 'postgres'] },
      crowd: { type: 'string', multiple: true, default: Object.keys(crowds) },
      within: { type: 'string', default: '5' },
      'call-ms': { type: 'string', default: '3000' },
      'free-within': { type: 'string', default: '300' },
    },
  })
  if (!values['first-day']) {
    report(await runLoad({ seconds: Number(values.seconds), learners: Number(values.learners ?? 200) }))
    return
  }
  for (const database of values.database as DatabaseKind[])
    for (const crowd of values.crowd as CrowdName[])
      report(
        await runFirstDay({
          database,
          crowd,
          learners: Number(values.learners ?? 100),
          within: Number(values.within),
          callMs: Number(values['call-ms']),
          freeWithin: Number(values['free-within']),
        }),
      )
})

function report(findings: LoadFindings): void {
  print(printFindings(findings))
  if (findings.targets.some(({ met }) => !met)) process.exitCode = 1
}
