import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { findAdvisories, findLocked, findUnanswered, findUnneeded, readAnswers } from './judge-audit.ts'

const advisory = (id: string, name: string): object => ({
  source: 1,
  name,
  dependency: name,
  title: `Trouble in ${name}`,
  url: `https://github.com/advisories/${id}`,
  severity: 'high',
  range: '<2.0.0',
})

/** As npm 11 prints it: who is only touched by another's weakness names that package. */
const printed = JSON.stringify({
  auditReportVersion: 2,
  vulnerabilities: {
    braces: {
      name: 'braces',
      severity: 'high',
      isDirect: false,
      via: [advisory('GHSA-aaaa-bbbb-cccc', 'braces')],
      effects: [],
    },
    globber: {
      name: 'globber',
      severity: 'high',
      isDirect: true,
      via: ['braces', advisory('GHSA-dddd-eeee-ffff', 'globber')],
      effects: [],
    },
  },
  metadata: { vulnerabilities: { high: 2, total: 2 } },
})

test('every advisory is found once, with its packages', () => {
  expect(findAdvisories(printed)).toEqual([
    { id: 'GHSA-aaaa-bbbb-cccc', title: 'Trouble in braces', severity: 'high', packages: ['braces'] },
    { id: 'GHSA-dddd-eeee-ffff', title: 'Trouble in globber', severity: 'high', packages: ['globber'] },
  ])
  expect(findAdvisories('{"auditReportVersion": 2, "vulnerabilities": {}}')).toEqual([])
})

test.each([
  '',
  'npm error network',
  '{"message": "405 Method Not Allowed", "statusCode": 405}',
  '{"error": {"code": "ENOTFOUND"}}',
])('a registry that answers %j has said nothing of any package', (text) => {
  expect(findAdvisories(text)).toBeUndefined()
})

const answers = readAnswers(`
| Advisory | Locked | Why |
|---|---|---|
| GHSA-aaaa-bbbb-cccc | \`braces@1.0.0\` | only the build reads what it parses |
| GHSA-dddd-eeee-ffff | \`globber@1.0.0\` | |
| braces | < 2.0.0 | GHSA-gggg-hhhh-jjjj |

GHSA-dddd-eeee-ffff is only mentioned here.
`)

test('an answer is a row that names the advisory first and gives a reason', () => {
  expect(answers).toEqual([{ id: 'GHSA-aaaa-bbbb-cccc', locked: 'braces@1.0.0' }])
  expect(findUnanswered(findAdvisories(printed) ?? [], answers).map(({ id }) => id)).toEqual(['GHSA-dddd-eeee-ffff'])
})

test('an answer is needed while the judged version is locked and the registry, if it answers, knows the advisory', () => {
  const locked = new Set(['braces@1.0.0'])
  expect(findUnneeded(answers, { locked })).toEqual([])
  expect(findUnneeded(answers, { locked, advisories: findAdvisories(printed) })).toEqual([])
  expect(findUnneeded(answers, { locked: new Set(['braces@2.0.0']) })).toEqual(answers)
  expect(findUnneeded(answers, { locked, advisories: [] })).toEqual(answers)
})

test('a locked package is called by its own name, wherever it stands', () => {
  const packages = {
    '': { name: 'project', version: '0.1.0' },
    'node_modules/a/node_modules/@b/c': { version: '1.0.0' },
    'node_modules/alias': { name: 'd', version: '2.0.0' },
    'node_modules/workspace': { resolved: 'site', link: true },
  }
  expect(findLocked(JSON.stringify({ packages }))).toEqual(['project@0.1.0', '@b/c@1.0.0', 'd@2.0.0'])
})

test('every answer of docs/audit.md judges a version that a lockfile holds', async () => {
  const read = (file: string): Promise<string> => readFile(path.join(import.meta.dirname, '..', file), 'utf8')
  const lockfiles = ['package-lock.json', '.ci/vercel/package-lock.json', 'bench/lighthouse/package-lock.json']
  const locked = new Set((await Promise.all(lockfiles.map(read))).flatMap(findLocked))
  const written = readAnswers(await read('docs/audit.md'))
  expect(written).not.toEqual([])
  expect(findUnneeded(written, { locked })).toEqual([])
})
