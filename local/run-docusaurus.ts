import { spawn } from 'node:child_process'
import { rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { CommandFailure } from './command-failure.ts'

const linesShown = 40

interface BuildOptions {
  /** Stops the build. */
  readonly signal?: AbortSignal
  /** The languages whose pages are built; all of the site's by default. */
  readonly languages?: readonly string[]
}

/**
 * Builds the site with Docusaurus; a failure includes the end of its output. Builds next to the previous site, which
 * may be served meanwhile, and replaces it when complete.
 */
export async function runDocusaurusBuild(root: string, { signal, languages = [] }: BuildOptions = {}): Promise<void> {
  const command = path.join(root, 'node_modules/@docusaurus/core/bin/docusaurus.mjs')
  const [built, next, before] = ['build', 'build.next', 'build.before'].map((name) =>
    path.resolve(root, 'site', name),
  ) as [string, string, string]
  await Promise.all([next, before].map((folder) => rm(folder, { recursive: true, force: true })))
  const chosen = languages.flatMap((language) => ['--locale', language])
  const child = spawn(process.execPath, [command, 'build', 'site', '--out-dir', next, ...chosen], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  })
  const printed: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => printed.push(text))
  }
  const exit = await new Promise<number | null>((onClosed, onFailed) => {
    child.once('error', onFailed).once('close', onClosed)
  })
  if (exit === 0) {
    await rename(built, before).catch(() => {})
    await rename(next, built)
    await rm(before, { recursive: true, force: true })
    return
  }
  const end = printed.join('').trimEnd().split('\n').slice(-linesShown).join('\n')
  throw new CommandFailure(`The site does not build; Docusaurus says:\n${end}`)
}
