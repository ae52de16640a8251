import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, type Page } from 'playwright-core'
import { browserOptions } from '../../test/support/browser-options.ts'

/** A browser that Lighthouse can reach by the debugging protocol. */
export interface DebuggableBrowser {
  readonly port: number
  /** Does something in a tab that shares its storage with Lighthouse's; nobody else looks on afterwards. */
  inTab(use: (page: Page) => Promise<void>): Promise<void>
  close(): Promise<void>
}

export async function startDebuggableBrowser(): Promise<DebuggableBrowser> {
  const folder = await mkdtemp(path.join(tmpdir(), 'palimpsest-lighthouse-'))
  const { args, executablePath } = await browserOptions()
  const own = ['--disable-dev-shm-usage', '--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank']
  const process = spawn(executablePath, [...args, ...own], { stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = once(process, 'exit')
  const port = await readPort(createInterface(process.stderr))
  return {
    port,
    async inTab(use) {
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
      const page = await browser.contexts()[0]?.newPage()
      if (page === undefined) throw new Error('The browser has no window')
      await use(page)
      await page.close()
      await browser.close()
    },
    async close() {
      process.kill()
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The browser says its address once it listens. */
async function readPort(lines: AsyncIterable<string>): Promise<number> {
  for await (const line of lines) {
    const port = /^DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(line)?.[1]
    if (port !== undefined) return Number(port)
  }
  throw new Error('The browser ended before it could be reached')
}
