import type { Answer, BenchReport } from './bench-report.ts'
import { fillPage } from './fill-page.ts'
import type { Chart, Table, Target } from './findings.ts'
import { formatCell } from './format-cell.ts'
import { escapeMarkdown, markdownRow } from './markdown-table.ts'
import { whyMissed } from './why-missed.ts'

/** The guide's page with every answer of the report, in the order of their letters. */
export function fillSpeedPage(page: string, { answers }: BenchReport): string {
  const inOrder = Object.values(answers).toSorted((a, b) => a.letter.localeCompare(b.letter))
  return fillPage(page, 'npm run bench', [renderStand(inOrder), ...inOrder.map(renderAnswer)].join('\n\n'))
}

function renderStand(answers: readonly Answer[]): string {
  const stands = new Map(answers.map(({ stand }) => [JSON.stringify(stand), stand]))
  return [...stands]
    .map(([text, { date, machine, versions }]) => {
      const asked = answers.filter(({ stand }) => JSON.stringify(stand) === text).map(({ letter }) => letter)
      const listed = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
      return `Measured on ${date} (${asked.join(', ')}) on one machine: ${escapeMarkdown(machine)}; ${escapeMarkdown(listed.join(', '))}.`
    })
    .join('\n\n')
}

/** What the charts do not show at a glance; all tables are in the file of the numbers. */
const rowsMax = 6
/** Of what is said about the measuring, which goes from the setup to the details. */
const methodShown = 3
const isShort = ({ rows }: Table): boolean => rows.length <= rowsMax

const renderAnswer = ({ letter, title, method, targets, charts, tables }: Answer): string =>
  [
    `## ${letter}. ${title}`,
    ...(targets.length > 0 ? [renderTargets(targets)] : []),
    ...charts.map(renderChart),
    ...tables.slice(0, 1).filter(isShort).map(renderTable),
    `*How it was measured.* ${method.slice(0, methodShown).map(escapeMarkdown).join(' ')}`,
  ].join('\n\n')

function renderTargets(targets: readonly Target[]): string {
  const missed = targets.filter(({ met }) => !met)
  const table = [
    markdownRow(['What', 'wanted', 'measured', '']),
    markdownRow(['---', '---', '--:', '---']),
    ...targets.map(({ what, wanted, measured, met }) =>
      markdownRow([
        escapeMarkdown(what),
        escapeMarkdown(wanted),
        `**${escapeMarkdown(measured)}**`,
        met ? 'met' : '**missed**',
      ]),
    ),
  ]
  const why = missed.map(({ what }) => `Missed: ${what}. Why: ${whyMissed[what] ?? 'not known yet'}.`)
  return [table.join('\n'), ...why.map(escapeMarkdown)].join('\n\n')
}

function renderChart({ name, title }: Chart): string {
  const component = name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
  return [
    `import ${component} from './speed/${name}.svg'`,
    `<Chart caption="${title.replaceAll('"', '&quot;')}"><${component} /></Chart>`,
  ].join('\n\n')
}

const renderTable = ({ caption, columns, rows }: Table): string =>
  [
    `${escapeMarkdown(caption)}:`,
    [
      markdownRow(columns.map(({ name }) => escapeMarkdown(name))),
      markdownRow(columns.map(({ unit }) => (unit ? '--:' : '---'))),
      ...rows.map((row) =>
        markdownRow(row.map((value, at) => escapeMarkdown(formatCell(value, columns[at] ?? { name: '' })))),
      ),
    ].join('\n'),
  ].join('\n\n')
