import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { verifierVersion } from '../../lib/contract/verifier-version.ts'
import { catalogue } from './faults/catalogue.ts'
import { fillFidelityPage, findUnexplained } from './render-page.ts'
import { findMissedTargets, type FidelityReport } from './report.ts'

const report: FidelityReport = JSON.parse(await readFile('site/guide/fidelity.json', 'utf8'))

test("the guide's page on fidelity has the numbers of its data, each fault of the catalogue, and a reason for each miss", async () => {
  const page = await readFile('site/guide/fidelity.mdx', 'utf8')
  expect(fillFidelityPage(page, report)).toBe(page)
  expect(report.faults.map(({ name }) => name)).toEqual(catalogue.map(({ name }) => name))
  expect(findUnexplained(report)).toEqual([])
})

test("the guide's numbers are of this verifier, of at least 5,000 cases, and miss no target", () => {
  expect(report.verifierVersion).toBe(verifierVersion)
  expect(report.total.injected).toBeGreaterThanOrEqual(5_000)
  expect(findMissedTargets(report)).toEqual([])
})
