// Adds the suites' reports up. Arguments: the folder with vitest's JSON reports, then the names of the steps that failed.
// A suite without a report, a skipped test or a failed step makes the run fail, and is counted as a failure.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const [folder, ...failedSteps] = process.argv.slice(2)
let passed = 0
let failed = 0
for (const name of ['tests.json', 'built.json']) {
  const file = path.join(folder, name)
  if (!existsSync(file)) {
    console.log(`No report of ${name}: the suite did not run`)
    failed++
    continue
  }
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const notRun = report.numPendingTests + report.numTodoTests
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length
  if (notRun > 0) console.log(`${name}: ${notRun} tests were skipped`)
  if (brokenFiles > 0) console.log(`${name}: ${brokenFiles} files could not be run`)
  passed += report.numPassedTests
  failed += report.numFailedTests + notRun + brokenFiles
}
const otherSteps = failedSteps.filter((step) => failed === 0 || !/tests|functions/.test(step))
if (failedSteps.length > 0) console.log(`Failed steps: ${failedSteps.join(', ')}`)
failed += otherSteps.length
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
