import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseLesson } from '../lib/lesson/parse-lesson.ts'
import { runCommand, type Ended } from '../test/support/run-command.ts'

let folder: string
let server: ChildProcess

/** A process that has the folder's database open, as `npm start` does. */
async function startServer(): Promise<ChildProcess> {
  const file = fileURLToPath(new URL('../test/support/serve-database.ts', import.meta.url))
  const child = fork(file, ['.palimpsest', 'http://127.0.0.1:3000'], { cwd: folder, env: {}, execArgv: [] })
  await once(child, 'message')
  return child
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'palimpsest-beside-'))
  const lesson = await parseLesson({ slug: 'lesson', file: '# Lesson\n\nA robot moves.\n', language: 'en' })
  await mkdir(join(folder, 'site/build-manifest'), { recursive: true })
  await writeFile(join(folder, 'site/build-manifest/lessons.json'), JSON.stringify({ version: 1, lessons: [lesson] }))
  server = await startServer()
})
afterAll(async () => {
  server.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

const run = (file: string, ...args: string[]): Promise<Ended> => runCommand({ file, args, folder })

test('commands go through the database of a running server, also at once, and leave it to it', async () => {
  const through = `through process ${server.pid}`
  const [migrated, again] = await Promise.all([run('migrate-command.ts'), run('migrate-command.ts')])
  for (const ended of [migrated, again])
    expect(ended).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining(through) })
  expect([migrated, again].filter(({ stdout }) => stdout.startsWith('Applied'))).toHaveLength(1)

  const [published, one, other] = await Promise.all([
    run('lessons-command.ts', 'publish'),
    run('keys-command.ts', 'add', 'one'),
    run('keys-command.ts', 'add', 'other'),
  ])
  expect(published).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('1 new or changed') })
  for (const ended of [one, other]) expect(ended).toMatchObject({ code: 0, stderr: '' })

  const [doctor, listed] = await Promise.all([run('doctor-command.ts', '--json'), run('keys-command.ts', 'list')])
  expect(doctor).toMatchObject({ code: 0, stderr: '' })
  expect(doctor.stdout).toContain(through)
  for (const name of ['one', 'other']) expect(listed.stdout).toContain(` ${name} `)
  for (const { stdout } of [migrated, published, doctor]) expect(stdout).not.toMatch(/postgres:\w+@/)
})

test('after a server that ended without a word, a command opens the database itself', async () => {
  server.kill('SIGKILL')
  await once(server, 'exit')
  const listed = await run('keys-command.ts', 'list', '--json')
  expect(listed).toMatchObject({ code: 0, stderr: '' })
  expect(JSON.parse(listed.stdout)).toHaveLength(2)

  server = await startServer()
  expect(await run('migrate-command.ts')).toMatchObject({ code: 0, stdout: expect.stringContaining('through process') })
})
