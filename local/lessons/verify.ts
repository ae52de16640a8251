import {
  countReady,
  dropRewrites,
  findReady,
  findVersionsOf,
  type PageStart,
  type ReadyRewrite,
} from '../../lib/db/index.ts'
import type { Lesson, Section } from '../../lib/lesson/index.ts'
import { buildStoredTask } from '../../lib/rewrite/index.ts'
import { verifierVersion } from '../../lib/contract/index.ts'
import { verifyRewrite } from '../../lib/verify/index.ts'
import { defineJob } from '../terminal/define-job.ts'
import { formatCount, formatTable } from '../terminal/format-table.ts'
import { showProgress } from '../terminal/show-progress.ts'
import { withDatabase, type OpenProject } from './with-database.ts'

/** `npm run lessons -- verify` */
export const verify = defineJob({
  name: 'verify',
  description: 'Judge all stored rewrites by the current verifier; no model is called',
  options: { drop: { description: 'Delete those that fail; they are written again for the next reader' } },
  run: ({ drop }) =>
    withDatabase(async (project) => {
      const judged = await judgeAll(project, drop)
      return { json: { verifier_version: verifierVersion, ...judged }, lines: describeJudged(judged, drop) }
    }),
})

interface Judged {
  accepted: number
  rejected: number
  /** Their section is in no version of the lesson that is left. */
  without_lesson: number
  dropped: number
  /** How many rewrites each reason stands against; the first one of each is what decides. */
  reasons: Record<string, number>
  failed: { key: string; lesson: string; section: string; language: string; reasons: string[] }[]
}

const pageRows = 100

async function judgeAll({ db }: OpenProject, drop: boolean): Promise<Judged> {
  const judged: Judged = { accepted: 0, rejected: 0, without_lesson: 0, dropped: 0, reasons: {}, failed: [] }
  const progress = showProgress('Verifying', await countReady(db))
  const findSource = createSourceFinder((slug) => findVersionsOf(db, slug))
  let after: PageStart = { lesson_slug: '', key: '' }
  for (let page = await findReady(db, { after, max: pageRows }); page.length > 0;) {
    const failed: ReadyRewrite[] = []
    for (const rewrite of page)
      if (judge(rewrite, await findSource(rewrite), judged) === 'rejected') failed.push(rewrite)
    if (drop && failed.length > 0) judged.dropped += await dropRewrites(db, failed)
    progress.advance(judged.accepted + judged.rejected + judged.without_lesson)
    after = page.at(-1) ?? after
    page = await findReady(db, { after, max: pageRows })
  }
  progress.end()
  return judged
}

interface Source {
  readonly lesson: Lesson
  readonly section: Section
}

function judge(rewrite: ReadyRewrite, source: Source | undefined, judged: Judged): keyof Judged {
  if (source === undefined) {
    judged.without_lesson++
    return 'without_lesson'
  }
  const { heading, content } = rewrite
  const text = heading === null ? content : `## ${heading}\n\n${content}`
  const verdict = verifyRewrite(text, buildStoredTask(source.section, source.lesson, rewrite))
  if (verdict.accepted) {
    judged.accepted++
    return 'accepted'
  }
  const reasons = [...new Set(verdict.findings.map(({ reason }) => reason))]
  judged.rejected++
  for (const reason of reasons) judged.reasons[reason] = (judged.reasons[reason] ?? 0) + 1
  const { key, lesson_slug: lesson, section_id: section, language } = rewrite
  judged.failed.push({ key, lesson, section, language, reasons })
  return 'rejected'
}

/** Finds the section of a rewrite, in the newest version in whose context it was written. Rewrites come lesson by lesson: one is kept at a time. */
function createSourceFinder(findVersions: (slug: string) => Promise<readonly Lesson[]>) {
  let slug: string | undefined
  let versions: readonly Lesson[] = []
  return async ({ lesson_slug, content_hash, context_hash }: ReadyRewrite): Promise<Source | undefined> => {
    if (slug !== lesson_slug) [slug, versions] = [lesson_slug, await findVersions(lesson_slug)]
    for (const lesson of versions) {
      if (lesson.context_hash !== context_hash) continue
      const section = lesson.sections.find(({ hash }) => hash === content_hash)
      if (section) return { lesson, section }
    }
    return undefined
  }
}

const failedShown = 20

function describeJudged(
  { accepted, rejected, without_lesson, dropped, reasons, failed }: Judged,
  drop: boolean,
): string[] {
  const byCount = Object.entries(reasons).toSorted(([, one], [, other]) => other - one)
  return [
    ...formatTable(
      ['rewrites', ''],
      [
        ['accepted', accepted],
        ['rejected', rejected],
        ['of text that is not published any more', without_lesson],
      ],
    ),
    ...(rejected === 0 ? [] : ['', ...formatTable(['reason', 'rewrites'], byCount), '']),
    ...failed
      .slice(0, failedShown)
      .map((row) => `  ${row.lesson} ${row.section} (${row.language}): ${row.reasons.join(', ')}`),
    ...(failed.length > failedShown ? [`  and ${formatCount(failed.length - failedShown)} more (--json has all)`] : []),
    ...(drop ? [`Deleted: ${formatCount(dropped)}`] : rejected > 0 ? ['Nothing was deleted; --drop does it'] : []),
  ]
}
