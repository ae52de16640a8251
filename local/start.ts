import { startDemoWriter } from './demo-writer/start-demo-writer.ts'
import { readEnvironment, setEnvironment } from './environment.ts'
import { runDocusaurusBuild } from './run-docusaurus.ts'
import { print, runToEnd } from './run-to-end.ts'
import { createShutdown } from './shutdown.ts'
import { startPalimpsest } from './start-palimpsest.ts'

const root = process.cwd()
const shutdown = createShutdown({
  print,
  exit: (code) => process.exit(code),
  afterDelay: (milliseconds, run) => setTimeout(run, milliseconds).unref(),
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void shutdown.stop())

await runToEnd(async () => {
  try {
    await startPalimpsest({
      root,
      environment: readEnvironment(),
      setEnvironment,
      startDemoWriter,
      buildSite: () => runDocusaurusBuild(root, { signal: shutdown.signal }),
      print,
      onOpened: shutdown.opened,
    })
  } catch (error) {
    if (shutdown.signal.aborted) return
    await shutdown.closeAll()
    throw error
  }
})
