import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { projectRoot } from './start-site.ts'

/** A copy of what the site is built from, in which a test may play the author. */
export interface ProjectCopy {
  readonly root: string
  /** Replaces a text in one lesson file, which must have it. */
  edit(lesson: string, from: string, to: string): Promise<void>
  remove(): Promise<void>
}

const notCopied = new Set(['node_modules', 'build', 'build-manifest', '.docusaurus'])

export async function copyProject(): Promise<ProjectCopy> {
  const root = await mkdtemp(path.join(tmpdir(), 'palimpsest-copy-'))
  for (const name of ['site', 'lib', 'package.json', 'package-lock.json', 'vercel.json'])
    await cp(path.join(projectRoot, name), path.join(root, name), {
      recursive: true,
      filter: (source) => !notCopied.has(path.basename(source)),
    })
  for (const folder of ['node_modules', 'site/node_modules'])
    await symlink(path.join(projectRoot, folder), path.join(root, folder))
  return {
    root,
    async edit(lesson, from, to) {
      const file = path.join(root, 'site/docs', lesson)
      const text = await readFile(file, 'utf8')
      if (!text.includes(from)) throw new Error(`"${from}" is not in ${lesson}`)
      await writeFile(file, text.replace(from, to))
    },
    remove: () => rm(root, { recursive: true, force: true }),
  }
}
