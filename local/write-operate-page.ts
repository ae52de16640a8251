import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { readEnvironment, setEnvironment } from './environment.ts'
import { print, runToEnd } from './run-to-end.ts'
import { shownOrigin } from './transcripts/curl-command.ts'
import { fillOutputs } from './transcripts/fill-outputs.ts'
import { openOperatorsStage } from './transcripts/open-operators-stage.ts'

const page = 'site/guide/operate.md'
const shownDatabase = 'localhost:5432/lessons'
const shownModel = 'http://localhost:4000'

/** Runs every command of the guide's page for operators, and writes down what each one prints. */
async function writeOperatePage(): Promise<void> {
  const closers: (() => Promise<void>)[] = []
  setEnvironment({ LOG_REQUESTS: 'off' })
  try {
    const origin = await openOperatorsStage((close) => closers.push(close))
    const { DATABASE_URL = '', OPENAI_BASE_URL = '' } = readEnvironment()
    const database = new URL(DATABASE_URL)
    const run = async (command: string): Promise<string> =>
      (await runCommand(command.replaceAll(shownOrigin, origin)))
        .replaceAll(`${database.host}${database.pathname}`, shownDatabase)
        .replaceAll(new URL(OPENAI_BASE_URL).origin, shownModel)
        .replaceAll(origin, shownOrigin)
    await writeFile(page, await fillOutputs(await readFile(page, 'utf8'), run))
    print(`Wrote ${page}`)
  } finally {
    for (const close of closers.toReversed()) await close()
  }
}

/** What an npm script of ours prints, without npm's own words. */
async function runCommand(command: string): Promise<string> {
  const [script, args = ''] = command.replace(/^npm run /, '').split(' -- ')
  const child = spawn(process.execPath, [`local/${script}-command.ts`, ...args.split(' ').filter(Boolean)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [output] = await Promise.all([child.stdout.setEncoding('utf8').toArray(), once(child, 'close')])
  return output.join('')
}

await runToEnd(writeOperatePage)
