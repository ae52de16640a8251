import { startDemoWriter } from './demo-writer/start-demo-writer.ts'
import { readEnvironment, setEnvironment } from './environment.ts'
import { runDocusaurusBuild } from './run-docusaurus.ts'
import { print, runToEnd } from './run-to-end.ts'
import { startPalimpsest } from './start-palimpsest.ts'

const root = process.cwd()
const opened: (() => Promise<void>)[] = []
const stopping = new AbortController()

/** The server first, the database last; a second signal does not wait. */
async function stop(): Promise<void> {
  if (stopping.signal.aborted) process.exit(1)
  stopping.abort()
  print('Stopping')
  await closeAll()
  process.exit()
}

async function closeAll(): Promise<void> {
  for (const close of opened.splice(0).toReversed()) await runToEnd(close)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())

await runToEnd(async () => {
  try {
    await startPalimpsest({
      root,
      environment: readEnvironment(),
      setEnvironment,
      startDemoWriter,
      buildSite: () => runDocusaurusBuild(root, stopping.signal),
      print,
      onOpened: (close) => opened.push(close),
    })
  } catch (error) {
    if (stopping.signal.aborted) return
    await closeAll()
    throw error
  }
})
