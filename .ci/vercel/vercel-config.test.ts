import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const run = promisify(execFile)
const here = import.meta.dirname
const bin = (name: string, folder = here): string => path.join(folder, 'node_modules/.bin', name)

type Config = Readonly<Record<string, unknown>>
let config: Config
let [checked, built] = ['', '']

beforeAll(async () => {
  const { $schema, ...rest } = JSON.parse(await readFile(path.join(here, '../../vercel.json'), 'utf8')) as Config
  expect($schema).toBe('https://openapi.vercel.sh/vercel.json')
  config = rest
  // Beside the packages, so that the compiler finds the types.
  checked = await mkdtemp(path.join(here, '.checked-'))
  built = await mkdtemp(path.join(tmpdir(), 'palimpsest-vercel-'))
  await mkdir(path.join(built, '.vercel'))
  const project = { projectId: 'prj_x', orgId: 'team_x', settings: { framework: null } }
  await writeFile(path.join(built, '.vercel/project.json'), JSON.stringify(project))
})
afterAll(() => Promise.all([checked, built].map((folder) => rm(folder, { recursive: true }))))

/** What the compiler has against a configuration, by the types that Vercel generates from its published schema; '' for nothing. */
async function findFaults(given: Config): Promise<string> {
  const file = path.join(checked, 'config.ts')
  const text = JSON.stringify(given, null, 2)
  await writeFile(
    file,
    `import type { VercelConfig } from '@vercel/config/v1/types'\nexport const config: VercelConfig = ${text}\n`,
  )
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--types', '', '--ignoreConfig']
  return outputOf(run(bin('tsc', path.join(here, '../..')), [...options, file]))
}

/** What `vercel build` has against it; '' for nothing. The folder holds nothing to build. */
async function build(given: Config): Promise<string> {
  await writeFile(path.join(built, 'vercel.json'), JSON.stringify(given))
  return outputOf(run(bin('vercel'), ['build', '--yes', '--cwd', built]))
}

/** What a command that failed has written; '' when it succeeded. */
async function outputOf(running: Promise<unknown>): Promise<string> {
  try {
    await running
    return ''
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    return `${stdout}${stderr}` || 'It failed without a word.'
  }
}

test('vercel.json fits the types that Vercel generates from its published schema', async () => {
  expect(await findFaults(config)).toBe('')
})

test.each([
  ['a key that there is not', { headrs: [] }, "does not exist in type 'VercelConfig'"],
  ['a value of another type', { cleanUrls: 'yes' }, "Type 'string' is not assignable to type 'boolean"],
  ['a header without a value', { headers: [{ source: '/(.*)', headers: [{ key: 'X' }] }] }, "'value' is missing"],
])('the types refuse %s', async (_, change, words) => {
  expect(await findFaults({ ...config, ...change })).toContain(words)
})

test('vercel build takes the settings of vercel.json as they are', async () => {
  const { installCommand: _install, buildCommand: _build, outputDirectory: _output, ...settings } = config
  expect(await build(settings)).toBe('')
})

test.each([
  [
    'a header without a value',
    { headers: [{ source: '/(.*)', headers: [{ key: 'X' }] }] },
    'missing required property `value`',
  ],
  ['a pattern that is none', { headers: [{ source: '/(', headers: [{ key: 'X', value: 'y' }] }] }, 'invalid `source`'],
  ['a cron without a path of the site', { crons: [{ path: 'sweep', schedule: '17 3 * * *' }] }, '`crons[0].path`'],
])('vercel build refuses %s', async (_, change, words) => {
  expect(await build(change)).toContain(words)
})
