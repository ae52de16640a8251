import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { CommandFailure } from './command-failure.ts'

const linesShown = 40

/** Builds the site with Docusaurus; a failure carries the end of what it printed. The signal stops it. */
export async function runDocusaurusBuild(root: string, signal?: AbortSignal): Promise<void> {
  const command = join(root, 'node_modules/@docusaurus/core/bin/docusaurus.mjs')
  const child = spawn(process.execPath, [command, 'build', 'site'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  })
  const printed: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => printed.push(text))
  }
  const exit = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve)
  })
  if (exit === 0) return
  const end = printed.join('').trimEnd().split('\n').slice(-linesShown).join('\n')
  throw new CommandFailure(`The site does not build; Docusaurus says:\n${end}`)
}
