import type { Answer } from './report/bench-report.ts'
import { parseArgs } from 'node:util'
import { runToEnd, print } from '../local/run-to-end.ts'
import { questions } from './questions/questions.ts'
import { printTable } from './report/print-table.ts'
import { readReport, storeReport } from './report/report.ts'
import { readStand } from './report/stand.ts'
import { whyMissed } from './report/why-missed.ts'

/**
 * `npm run bench` answers every question, `npm run bench -- a c` some of them: prints the tables, and writes them with
 * their charts to the guide. A missed target makes the exit code 1 unless it is written down why.
 */
async function bench(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true })
  const known = questions.map(({ letter }) => letter)
  const unknown = positionals.find((letter) => !known.includes(letter))
  if (unknown !== undefined) throw new Error(`Cannot answer "${unknown}": the questions are ${known.join(', ')}`)
  const report = await readReport()
  for (const question of questions) {
    if (positionals.length > 0 && !positionals.includes(question.letter)) continue
    print(`\n(${question.letter}) ${question.title}`)
    const began = performance.now()
    const findings = await question.run(print)
    const { letter, title, method } = question
    const seconds = Math.round((performance.now() - began) / 1_000)
    const answer: Answer = { letter, title, method, stand: readStand(), seconds, ...findings }
    printAnswer(answer)
    report.answers[letter] = answer
    await storeReport(report)
  }
}

function printAnswer({ tables, targets }: Answer): void {
  for (const table of tables) print(`\n${printTable(table)}`)
  print('')
  for (const { what, wanted, measured, met } of targets) {
    print(`${met ? 'met   ' : 'MISSED'} ${what}: ${measured} (wanted ${wanted})`)
    if (!met && !(what in whyMissed)) process.exitCode = 1
  }
}

await runToEnd(bench)
