import { fillPage } from '../report/fill-page.ts'
import { escapeMarkdown, markdownRow as row } from '../report/markdown-table.ts'
import type { Counts, FidelityReport } from './report.ts'
import { whyMissed } from './why-missed.ts'

/** The guide's page with its tables made of the report; what is written by hand stays. */
export const fillFidelityPage = (page: string, report: FidelityReport): string =>
  fillPage(page, 'npm run fidelity', renderTables(report))

const renderTables = (report: FidelityReport): string =>
  [
    renderSum(report),
    '### By what is damaged',
    renderCounts('What is damaged', [
      ...report.families.map((family) => ({ ...family, name: family.title })),
      { ...report.total, name: '**All**' },
    ]),
    '### What reached a reader',
    renderMisses(report),
    '### Good rewrites that were rejected',
    renderRejections(report),
  ].join('\n\n')

const renderSum = ({ seed, verifierVersion, total, goodRewrites, faults, falseRejections }: FidelityReport): string =>
  `Seed ${seed}, verifier ${verifierVersion}: ${faults.length} kinds of faults in ${total.injected} cases. ` +
  `${total.caughtAtOnce} were caught at once. **${total.reached}** (${percent(total.reached, total.injected)}) reached the reader. ` +
  `Of ${goodRewrites} good rewrites, ${falseRejections.length} (${percent(falseRejections.length, goodRewrites)}) were rejected.`

const percent = (count: number, all: number): string => `${((100 * count) / all).toFixed(2)} %`

const heads = ['cases', 'caught at once', 'good repair read', "author's text stands", 'reached', 'shown for a while']

function renderCounts(first: string, rows: readonly (Counts & { readonly name: string })[]): string {
  const line = ({ name, injected, caughtAtOnce, repaired, original, reached, shown }: (typeof rows)[number]): string =>
    row([name, ...[injected, caughtAtOnce, repaired, original, reached, shown].map(String)])
  return [row([first, ...heads]), row(['---', ...heads.map(() => '--:')]), ...rows.map(line)].join('\n')
}

function renderMisses({ faults }: FidelityReport): string {
  const missed = faults.filter(({ reached }) => reached > 0)
  if (missed.length === 0) return 'None.'
  return [
    row(['What the model does', 'reached', 'why']),
    row(['---', '--:', '---']),
    ...missed.map(({ name, describe, reached, injected }) =>
      row([escapeMarkdown(describe), `${reached} of ${injected}`, whyMissed[name] ?? 'not known yet']),
    ),
  ].join('\n')
}

const renderRejections = ({ falseRejections }: FidelityReport): string =>
  falseRejections.length === 0
    ? 'None.'
    : falseRejections
        .map(
          ({ path, findings }) => `- \`${path}\`: ${findings.map(({ message }) => escapeMarkdown(message)).join(' ')}`,
        )
        .join('\n')

/** Faults that reached the reader, and of which no one has written down why. */
export const findUnexplained = ({ faults }: FidelityReport): string[] =>
  faults.filter(({ name, reached }) => reached > 0 && !(name in whyMissed)).map(({ name }) => name)
