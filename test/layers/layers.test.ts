import { access, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '../..')
const {
  default: configuration,
  layers,
  pureRooms,
} = (await import(path.join(root, '.dependency-cruiser.mjs'))) as {
  readonly default: IConfiguration
  readonly layers: readonly string[]
  readonly pureRooms: readonly string[]
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'palimpsest-layers-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** The names of the rules that these files break, by their paths and texts. */
async function findBroken(files: Readonly<Record<string, string>>): Promise<string[]> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
    await writeFile(path.join(folder, name), text)
  }
  const { forbidden = [], options = {} } = configuration
  const names = [...new Set(Object.keys(files).map((name) => name.split('/')[0] ?? ''))]
  const { output } = await cruise(names, { ...options, baseDir: folder, validate: true, ruleSet: { forbidden } })
  await Promise.all(names.map((name) => rm(path.join(folder, name), { recursive: true })))
  return (output as ICruiseResult).summary.violations.map(({ rule }) => rule.name)
}

const room = 'export const value = 1\nexport type Value = number\n'

test('a room may import the entry of one below it', async () => {
  const files = {
    'lib/errors/index.ts': room,
    'lib/http/a.ts': "import { value } from '../errors/index.ts'\nexport const b = value\n",
  }
  expect(await findBroken(files)).toEqual([])
})

test.each([
  ['a value of a room above', "import { value } from '../http/index.ts'\nexport const b = value\n"],
  ['a type of a room above', "import type { Value } from '../http/index.ts'\nexport type B = Value\n"],
  ['a room above, on demand', "export const b = () => import('../http/index.ts')\n"],
  ['a room above, to give it on', "export { value } from '../http/index.ts'\n"],
])('a room may not import %s', async (_what, text) => {
  expect(await findBroken({ 'lib/http/index.ts': room, 'lib/errors/a.ts': text })).toEqual([
    'errors-imports-only-below',
  ])
})

test('a room is entered by its index.ts', async () => {
  const files = {
    'lib/errors/problem.ts': room,
    'lib/http/a.ts': "import type { Value } from '../errors/problem.ts'\nexport type B = Value\n",
  }
  expect(await findBroken(files)).toEqual(['one-entry'])
})

test('two files may not import each other, not even types', async () => {
  const files = {
    'lib/http/a.ts': "import type { B } from './b.ts'\nexport type A = B\n",
    'lib/http/b.ts': "import type { A } from './a.ts'\nexport type B = A | number\n",
  }
  expect(await findBroken(files)).toContain('no-circles')
})

test('a room that runs in the browser may not import Node or a database', async () => {
  const files = { 'lib/lesson/a.ts': "import { readFile } from 'node:fs/promises'\nexport const b = readFile\n" }
  expect(await findBroken(files)).toEqual(['pure-rooms-without-node'])
})

const architecture = await readFile(path.join(root, 'ARCHITECTURE.md'), 'utf8')

test('ARCHITECTURE.md names the layers in their order, and says which run in the browser', () => {
  const rows = [...architecture.matchAll(/^\| `lib\/([a-z]+)`( ◦)? \|/gm)]
  expect(rows.map(([, name]) => name)).toEqual(layers.toReversed())
  expect(rows.filter(([, , pure]) => pure).map(([, name]) => name)).toEqual(pureRooms.toReversed())
})

test('every file that ARCHITECTURE.md names is there', async () => {
  const named = [...architecture.matchAll(/`((?:api|lib|site|local|migrations|test|bench|docs)\/[\w./-]+)`/g)]
  expect(named.length).toBeGreaterThan(30)
  for (const [, name = ''] of named) await expect(access(path.join(root, name)), name).resolves.toBeUndefined()
})
