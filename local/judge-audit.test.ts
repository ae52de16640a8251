import { expect, test } from 'vitest'
import { findAdvisories, findUnanswered } from './judge-audit.ts'

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

test('what is answered by its name is no news', () => {
  const answers = '| GHSA-aaaa-bbbb-cccc | only the build reads what it parses |'
  expect(findUnanswered(findAdvisories(printed) ?? [], answers).map(({ id }) => id)).toEqual(['GHSA-dddd-eeee-ffff'])
})
