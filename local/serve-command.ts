import { defineCommand, runMain } from 'citty'
import { sitePaths } from './build-site.ts'
import { readEnvironment, setEnvironment } from './environment.ts'
import { print, runToEnd } from './run-to-end.ts'
import { servePalimpsest } from './serve-palimpsest.ts'
import { createShutdown } from './shutdown.ts'

const command = defineCommand({
  meta: { name: 'serve', description: 'Serve the built site and the functions, for readers' },
  args: {
    site: { type: 'string', default: sitePaths.siteDir, description: 'The built site' },
    demo: { type: 'boolean', default: false, description: 'Use the demo writer if no model is set' },
  },
  run: ({ args }) => runToEnd(() => serve(args)),
})

async function serve({ site, demo }: { readonly site: string; readonly demo: boolean }): Promise<void> {
  const shutdown = createShutdown({
    print,
    exit: (code) => process.exit(code),
    afterDelay: (milliseconds, run) => setTimeout(run, milliseconds).unref(),
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void shutdown.stop())
  try {
    await servePalimpsest({
      root: process.cwd(),
      siteDir: site,
      demo,
      environment: readEnvironment(),
      setEnvironment,
      print,
      onOpened: shutdown.opened,
      startDemoWriter: async () => (await import('./demo-writer/start-demo-writer.ts')).startDemoWriter(),
    })
  } catch (error) {
    if (shutdown.signal.aborted) return
    await shutdown.closeAll()
    throw error
  }
}

await runMain(command)
