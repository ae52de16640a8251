import { parseArgs } from 'node:util'
import { print, runToEnd } from '../../local/run-to-end.ts'
import { printFindings } from './load-findings.ts'
import { runLoad } from './run-load.ts'

/** `npm run load -- --seconds 60 --learners 200`: fails unless all of it holds. */
await runToEnd(async () => {
  const { values } = parseArgs({
    options: { seconds: { type: 'string', default: '60' }, learners: { type: 'string', default: '200' } },
  })
  const findings = await runLoad({ seconds: Number(values.seconds), learners: Number(values.learners) })
  print(printFindings(findings))
  if (findings.targets.some(({ met }) => !met)) process.exitCode = 1
})
