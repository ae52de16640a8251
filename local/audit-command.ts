import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { findAdvisories, findLocked, findUnanswered, findUnneeded, readAnswers } from './judge-audit.ts'
import { print, runToEnd } from './run-to-end.ts'

const root = path.join(import.meta.dirname, '..')
/** Every folder with a lockfile of its own. */
const folders = ['.', '.ci/vercel', 'bench/lighthouse']
const answersFile = 'docs/audit.md'

/** Fail fast without a network. */
const hurry = ['--fetch-retries=0', '--fetch-timeout=20000']

/** The output of npm, which exits with 1 if it finds something. */
const audit = (folder: string): Promise<string> =>
  new Promise((resolve) => {
    const options = { cwd: path.join(root, folder), maxBuffer: 64 * 1024 * 1024 }
    execFile('npm', ['audit', '--json', '--package-lock-only', ...hurry], options, (_error, stdout) => resolve(stdout))
  })

/**
 * `npm run audit`: asks the registry about every locked package. Fails for an advisory that `docs/audit.md` does not
 * answer, and for an answer that is no longer needed. A registry that does not respond is reported, but is no failure.
 */
await runToEnd(async () => {
  const answers = readAnswers(await readFile(path.join(root, answersFile), 'utf8'))
  const reports = []
  for (const folder of folders) {
    const lockfile = await readFile(path.join(root, folder, 'package-lock.json'), 'utf8')
    const advisories = findAdvisories(await audit(folder))
    const locked = findLocked(lockfile)
    reports.push({ advisories, locked })
    const unanswered = advisories && findUnanswered(advisories, answers)
    if (unanswered === undefined)
      print(`${folder}: NOT LOOKED UP: no registry answered, so nothing is known of its ${locked.length} packages`)
    else
      print(
        `${folder}: ${advisories?.length ?? 0} advisories, ${unanswered.length} without an answer in ${answersFile}`,
      )
    for (const { id, severity, title, packages } of unanswered ?? [])
      print(`  ${id} (${severity}) ${packages.join(', ')}: ${title}`)
    if (unanswered !== undefined && unanswered.length > 0) process.exitCode = 1
  }
  if (reports.every(({ advisories }) => advisories === undefined))
    print('Nothing was looked up: this says nothing of the packages. Run it again where a registry answers.')
  const everyFolderKnown = reports.every(({ advisories }) => advisories !== undefined)
  const unneeded = findUnneeded(answers, {
    locked: new Set(reports.flatMap(({ locked }) => locked)),
    advisories: everyFolderKnown ? reports.flatMap(({ advisories }) => advisories ?? []) : undefined,
  })
  for (const { id, locked } of unneeded) print(`${answersFile}: nothing needs the answer to ${id} (${locked}) any more`)
  if (unneeded.length > 0) process.exitCode = 1
})
