import type { BenchReport } from './bench-report.ts'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { drawChart } from './draw-chart.ts'
import { fillSpeedPage } from './render-speed-page.ts'

export const reportPaths = {
  numbers: 'site/guide/speed.json',
  page: 'site/guide/speed.mdx',
  charts: 'site/guide/speed',
}

export async function readReport(): Promise<BenchReport> {
  const text = await readFile(reportPaths.numbers, 'utf8').catch(() => '{ "answers": {} }')
  return JSON.parse(text) as BenchReport
}

/** Writes the numbers in the order of their letters, the charts and the guide's page. */
export async function storeReport({ answers }: BenchReport): Promise<void> {
  const inOrder = Object.entries(answers).toSorted(([a], [b]) => a.localeCompare(b))
  const report: BenchReport = { answers: Object.fromEntries(inOrder) }
  await writeFile(reportPaths.numbers, `${JSON.stringify(report, null, 2)}\n`)
  await mkdir(reportPaths.charts, { recursive: true })
  for (const chart of Object.values(report.answers).flatMap(({ charts }) => charts))
    await writeFile(path.join(reportPaths.charts, `${chart.name}.svg`), drawChart(chart))
  await writeFile(reportPaths.page, fillSpeedPage(await readFile(reportPaths.page, 'utf8'), report))
}
