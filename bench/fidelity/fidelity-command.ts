import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { fillFidelityPage } from './render-page.ts'
import { buildReport, findMissedTargets, type Counts, type FidelityReport } from './report.ts'
import { runFidelity } from './run-fidelity.ts'

const paths = { counts: 'site/guide/fidelity.json', page: 'site/guide/fidelity.mdx' }

/**
 * `npm run fidelity -- --seed 1 --cases 5000`: prints what became of each fault and writes it to the guide, also when a
 * target is missed; then it exits with 1.
 */
async function measureFidelity(): Promise<void> {
  const { values } = parseArgs({
    options: { seed: { type: 'string', default: '1' }, cases: { type: 'string', default: '5000' } },
  })
  const onProgress = (finished: number): void => {
    if (finished % 500 === 0) process.stderr.write(`${finished} cases\n`)
  }
  const report = buildReport(await runFidelity({ seed: Number(values.seed), cases: Number(values.cases), onProgress }))
  process.stdout.write(`${renderTable(report)}\n`)
  await writeFile(paths.counts, `${JSON.stringify(report, null, 2)}\n`)
  await writeFile(paths.page, fillFidelityPage(await readFile(paths.page, 'utf8'), report))
  const missed = findMissedTargets(report)
  for (const sentence of missed) process.stderr.write(`${sentence}\n`)
  process.exitCode = missed.length > 0 ? 1 : 0
}

function renderTable({ faults, total, goodRewrites, falseRejections }: FidelityReport): string {
  const row = (name: string, { injected, caughtAtOnce, repaired, original, reached, shown }: Counts): string =>
    [name.padEnd(26), ...[injected, caughtAtOnce, repaired, original, reached, shown].map(pad)].join('')
  return [
    ['fault'.padEnd(26), ...['injected', 'at once', 'repaired', 'original', 'reached', 'shown'].map(pad)].join(''),
    ...faults.map((fault) => row(fault.name, fault)),
    row('all', total),
    `${falseRejections.length} of ${goodRewrites} good rewrites rejected`,
    ...falseRejections.map(({ path, findings }) => `  ${path}: ${findings.map(({ message }) => message).join(' ')}`),
  ].join('\n')
}

const pad = (value: string | number): string => String(value).padStart(10)

await measureFidelity()
