import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { problemStatus } from '../lib/errors/problem.ts'
import { questionnaire } from '../lib/profile/questionnaire.ts'
import { defaultLimits } from '../lib/quota/limits.ts'
import { jobs } from './lessons/jobs.ts'
import { originalReasons, type WireEvents } from '../lib/contract/wire-events.ts'

const events: Record<keyof WireEvents, true> = {
  'lesson-start': true,
  'section-block': true,
  'section-end': true,
  'lesson-end': true,
  error: true,
}

/** The cells of the table in the guide whose head begins so, without backticks. */
async function readTable(page: string, head: string): Promise<string[][]> {
  const text = await readFile(new URL(`../site/guide/${page}.md`, import.meta.url), 'utf8')
  const lines = text.split('\n')
  const start = lines.findIndex((line) => line.startsWith(`| ${head} |`))
  const rows = lines.slice(start + 2)
  const end = rows.findIndex((line) => !line.startsWith('|'))
  return rows.slice(0, end).map((row) => cells(row))
}

const cells = (row: string): string[] =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('`', ''))

test('the guide names every error code with its status, and no other', async () => {
  const documented = (await readTable('integrate', '`error` | Status')).map(([code, status]) => [code, Number(status)])
  expect(Object.fromEntries(documented)).toEqual(problemStatus)
})

test('the guide explains every reason, and no other', async () => {
  const documented = (await readTable('integrate', '`reason`')).map(([reason]) => reason)
  expect(documented).toEqual(originalReasons)
})

test('the guide describes every event, and no other', async () => {
  const documented = (await readTable('integrate', 'Event')).map(([event]) => event)
  expect(documented).toEqual(Object.keys(events))
})

test('the guide names every limit with its default, and no other', async () => {
  const documented = (await readTable('deploy', 'Variable | Default')).map(([name, value]) => [name, Number(value)])
  expect(Object.fromEntries(documented)).toEqual(defaultLimits)
})

test('the guide says which sections each question touches', async () => {
  const documented = (await readTable('questionnaire', 'Question')).map(([id, touches]) => [id, touches])
  expect(Object.fromEntries(documented)).toEqual(
    Object.fromEntries(questionnaire.map(({ id, touches }) => [id, touches])),
  )
})

test('the guide names every value of every answer', async () => {
  const rows = await readTable('integrate', 'Field')
  for (const { id, choices } of questionnaire) {
    const documented = rows.find(([field]) => field === id)?.[1]?.split(/[,;] | of |\s/)
    expect(documented).toEqual(expect.arrayContaining(choices.map(({ value }) => value)))
  }
})

test('the guide’s page for operators names every job of npm run lessons with all of its options', async () => {
  const page = await readFile(new URL('../site/guide/operate.md', import.meta.url), 'utf8')
  for (const [name, { args }] of Object.entries(jobs)) {
    expect(page).toContain(`npm run lessons -- ${name}`)
    for (const option of Object.keys(args ?? {})) expect(page, name).toContain(`--${option}`)
  }
})
