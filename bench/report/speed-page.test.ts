import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { questions } from '../questions/questions.ts'
import { drawChart } from './draw-chart.ts'
import { fillPage } from './fill-page.ts'
import { fillSpeedPage } from './render-speed-page.ts'
import { readReport, reportPaths } from './report.ts'
import { whyMissed } from './why-missed.ts'

const report = await readReport()
const answers = Object.values(report.answers)

test("the guide's page on speed has the numbers of the last run, of every question", async () => {
  const page = await readFile(reportPaths.page, 'utf8')
  expect(fillSpeedPage(page, report)).toBe(page)
  expect(answers.map(({ letter }) => letter)).toEqual(questions.map(({ letter }) => letter))
  for (const { letter, title, method } of questions) expect(report.answers[letter]).toMatchObject({ title, method })
})

test("the guide's charts are drawn from the last run, and there are no others", async () => {
  const charts = answers.flatMap((answer) => answer.charts)
  for (const chart of charts)
    expect(await readFile(path.join(reportPaths.charts, `${chart.name}.svg`), 'utf8')).toBe(drawChart(chart))
  expect((await readdir(reportPaths.charts)).toSorted((a, b) => a.localeCompare(b))).toEqual(
    charts.map(({ name }) => `${name}.svg`).toSorted((a, b) => a.localeCompare(b)),
  )
})

test('every target that the last run missed is explained, and none that it met', () => {
  const missed = answers.flatMap(({ targets }) => targets.filter(({ met }) => !met).map(({ what }) => what))
  expect(Object.keys(whyMissed).toSorted((a, b) => a.localeCompare(b))).toEqual(
    missed.toSorted((a, b) => a.localeCompare(b)),
  )
})

test('fillPage() refuses a page that has no place for what is written', () => {
  expect(() => fillPage('# Speed', 'npm run bench', 'text')).toThrow('Cannot fill the page')
})
