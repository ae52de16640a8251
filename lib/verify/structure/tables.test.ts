import { expect, test } from 'vitest'
import { planTask } from '../../../test/support/plan-task.ts'
import { verifyRewrite } from '../verify-rewrite.ts'

const table = `| Joint | Torque | Ratio | Found in |
|---|---|---|---|
| Knee | 120 N·m | 9 | 2 legs |
| Wrist | 8 N·m | 50 | 2 arms |`
const task = await planTask(
  `The joints of a robot are not all alike, and the table shows how far apart they are.\n\n${table}`,
)
const opening = 'Not all joints of a robot are alike; in the table you can see how far apart they are.'
const judge = (rewritten: string): string[] =>
  verifyRewrite(`${opening}\n\n${rewritten}`, task).findings.map(({ reason }) => reason)

test.each([
  ['as it was', table],
  ['with cells in other words', table.replace('Knee', 'The knee').replace('2 legs', 'the 2 legs')],
  ['with wider columns', table.replaceAll('|---', '| :--- ')],
])('tables() accepts a table %s', (_name, rewritten) => {
  expect(judge(rewritten)).toEqual([])
})

test.each([
  ['without a row', table.split('\n').slice(0, -1).join('\n')],
  ['with a row more', `${table}\n| Neck | 8 N·m | 50 | 2 arms |`],
  ['without a column', table.replaceAll(/\|[^|\n]*\|$/gm, '|')],
  ['whose number without a unit is another', table.replace('| 9 |', '| 19 |')],
  ['whose number without a unit got words', table.replace('| 50 |', '| about 50 |')],
  ['whose cell lost its number', table.replace('2 legs', 'legs')],
  ['that became prose', 'The knee has 120 N·m, a ratio of 9, and is found in 2 legs; the wrist has 8 N·m.'],
  ['twice', `${table}\n\nOnce more, in the same form:\n\n${table}`],
])('tables() turns down a table %s', (_name, rewritten) => {
  expect(judge(rewritten)).toContain('table-changed')
})

test('tables() keeps what a cell negates', async () => {
  const source = '| Move | Back by hand |\n|---|---|\n| Screw | no |\n| Belt | yes |\n| Gear | No slipping |'
  const closed = await planTask(`Some joints of a robot can be moved by hand, and others can not.\n\n${source}`)
  const prose = 'You can move some joints of a robot by hand, and others you can not.'
  const reasons = (rewritten: string): string[] =>
    verifyRewrite(`${prose}\n\n${rewritten}`, closed).findings.map(({ reason }) => reason)
  expect(reasons(source.replace('No slipping', 'never slips'))).toEqual([])
  expect(reasons(source.replace('| no |', '| yes |'))).toContain('table-changed')
  expect(reasons(source.replace('No slipping', 'Slipping'))).toContain('table-changed')
})

test('tables() turns a table down as soon as its block is there', () => {
  const partial = `${opening}\n\n${table.replace('| 9 |', '| 19 |')}\n\n`
  expect(verifyRewrite(partial, task, { partial: true }).accepted).toBe(false)
  expect(verifyRewrite(`${opening}\n\n`, task, { partial: true }).accepted).toBe(true)
})
