import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkRegions } from './check-regions.ts'

const databaseIn = (place: string) =>
  `postgresql://user:a-secret@ep-cool-dew-123456.${place}.neon.tech/db?sslmode=require`

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'palimpsest-regions-'))
  await writeFile(join(folder, 'one.ts'), "export const config = { runtime: 'edge', regions: ['fra1'] }\n")
  await writeFile(join(folder, 'two.ts'), "export const config = { runtime: 'edge' }\n")
})
afterAll(() => rm(folder, { recursive: true }))

test('the functions are pinned next to Neon’s default region', async () => {
  expect(await checkRegions(databaseIn('us-east-1.aws'))).toEqual([
    { name: 'regions', state: 'ok', found: 'the database is in us-east-1.aws, the functions in iad1' },
  ])
})

test.each([
  ['a database in another region', databaseIn('eu-central-1.aws'), 'api', 'iad1', "'fra1'"],
  ['a pooler there', databaseIn('c-2.eu-central-1.aws'), 'api', 'iad1', "'fra1'"],
  ['functions of which one is pinned nowhere', databaseIn('eu-central-1.aws'), undefined, 'fra1, none', "'fra1'"],
])('%s is named with what to do, and without the password', async (_name, url, api, functions, wanted) => {
  const [check] = await checkRegions(url, api ?? folder)
  expect(check).toMatchObject({ state: 'warning', found: expect.stringContaining(`the functions in ${functions}`) })
  expect(check?.todo).toContain(wanted)
  expect(JSON.stringify(check)).not.toContain('a-secret')
})

test.each([
  undefined,
  'postgresql://user:pw@localhost/db',
  databaseIn('mars-1.aws'),
  'postgresql://u:p@x/us-east-1.aws.neon.tech',
])('nothing is said of %s', async (url) => expect(await checkRegions(url)).toEqual([]))
