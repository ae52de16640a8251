import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { CommandCall } from '../test/support/run-command.ts'
import { startScriptedModel, type ScriptedModel } from '../test/support/scripted-model.ts'
import { useBook } from '../test/support/use-book.ts'

const book = useBook()
let writer: ScriptedModel

beforeAll(async () => {
  writer = await startScriptedModel()
})
afterAll(() => writer.close())

const warmWith = (script: string, args: readonly string[], onStart?: CommandCall['onStart']) =>
  book.run(['warm', ...args, '--json'], { OPENAI_BASE_URL: writer.baseUrl, OPENAI_MODEL: script }, onStart)

test('lessons warm writes what readers of today will ask for, through the cache, and once', async () => {
  await book.addReader()
  const first = await warmWith('echo:warm', ['--tokens', '200000'])
  expect([first.code, JSON.parse(first.stdout)]).toMatchObject([0, { wanted: 3, written: 3, left: 0, stopped: null }])
  const rows = await book.db
    .selectFrom('personalized_content_cache')
    .select(['section_id', 'state'])
    .orderBy('section_id')
    .execute()
  expect(rows.map(({ section_id, state }) => [section_id, state])).toEqual([
    ['for-you', 'ready'],
    ['gears', 'ready'],
    ['torque', 'ready'],
  ])
  const spent = await book.db.selectFrom('spending').select(['bucket', 'tokens_used', 'tokens_reserved']).execute()
  expect(spent).toEqual([{ bucket: 'all', tokens_used: expect.stringMatching(/^[1-9]/), tokens_reserved: '0' }])
  const second = await warmWith('echo:warm', ['--tokens', '200000'])
  expect(JSON.parse(second.stdout)).toMatchObject({ were_ready: 3, written: 0, left: 0 })
  const profiles = await warmWith('echo:warm', ['--tokens', '200000', '--lessons', 'motors', '--profiles', '1'])
  expect(JSON.parse(profiles.stdout)).toMatchObject({ wanted: 3, were_ready: 3 })
})

test('lessons warm begins no section that its budget, or the day’s, could not pay for', async () => {
  await book.addReader()
  const small = await warmWith('echo:small', ['--tokens', '100'])
  expect([small.code, JSON.parse(small.stdout)]).toMatchObject([2, { written: 0, left: 3, stopped: 'budget' }])
  await sql`insert into spending (bucket, day, tokens_used)
    values ('all', (clock_timestamp() at time zone 'utc')::date, 10000000)`.execute(book.db)
  const day = await warmWith('echo:small', ['--tokens', '200000'])
  expect([day.code, JSON.parse(day.stdout)]).toMatchObject([2, { written: 0, left: 3, stopped: 'day-budget' }])
})

test('lessons warm finishes what is under way after Ctrl+C, and goes on where it stopped', async () => {
  await book.addReader()
  const isWriting = async (): Promise<boolean> =>
    (await book.db.selectFrom('personalized_content_cache').select('key').where('state', '=', 'writing').execute())
      .length > 0
  const first = await book.run(
    ['warm', '--tokens', '200000', '--json'],
    { OPENAI_BASE_URL: writer.baseUrl, OPENAI_MODEL: 'slow:warm', SECTIONS_AT_A_TIME: '1' },
    (kill) => void vi.waitUntil(isWriting, { timeout: 20_000, interval: 10 }).then(() => kill('SIGINT')),
  )
  const stopped = JSON.parse(first.stdout) as { written: number; left: number }
  expect(first).toMatchObject({ code: 130, stderr: expect.stringContaining('what is under way is finished first') })
  expect(stopped).toMatchObject({ stopped: 'interrupted', written: expect.any(Number) })
  expect(stopped.written).toBeGreaterThanOrEqual(1)
  expect(await isWriting()).toBe(false)
  const second = await warmWith('slow:warm', ['--tokens', '200000'])
  expect(JSON.parse(second.stdout)).toMatchObject({ were_ready: stopped.written, written: stopped.left, left: 0 })
})

test('lessons warm asks for the price of a model that it does not know, or a bound in tokens', async () => {
  const { stdout, stderr, code } = await book.run(['warm', '--budget', '1'], {
    OPENAI_BASE_URL: writer.baseUrl,
    OPENAI_MODEL: 'echo:price',
  })
  expect([stdout, code]).toEqual(['', 1])
  expect(stderr).toContain('The price of "echo:price" is not known: set OPENAI_PRICE, or bound the run by --tokens\n')
})
