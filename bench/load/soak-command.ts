import { parseArgs } from 'node:util'
import { print, runToEnd } from '../../local/run-to-end.ts'
import { printFindings } from './load-findings.ts'
import { runSoak } from './run-soak.ts'

/** `npm run soak -- --seconds 180 --learners 40`: fails unless all of it holds. */
await runToEnd(async () => {
  const { values } = parseArgs({
    options: { seconds: { type: 'string', default: '180' }, learners: { type: 'string', default: '40' } },
  })
  const seconds = Number(values.seconds)
  const findings = await runSoak({
    seconds,
    learners: Number(values.learners),
    killEvery: Math.min(10, seconds / 4),
    restartEvery: Math.min(45, seconds / 2.5),
  })
  print(printFindings(findings))
  if (findings.targets.some(({ met }) => !met)) process.exitCode = 1
})
