import { countSweepable, type Retention, sweepDatabase, sweptKinds } from '../../lib/db/index.ts'
import { defineJob } from '../terminal/define-job.ts'
import { formatTable } from '../terminal/format-table.ts'
import { wholeNumber } from '../terminal/options.ts'
import { showProgress } from '../terminal/show-progress.ts'
import { withDatabase, type OpenProject } from './with-database.ts'

/** `npm run lessons -- sweep` */
export const sweep = defineJob({
  name: 'sweep',
  description: 'Delete learners, rewrites, versions and daily sums that were unused for a set time',
  options: {
    days: {
      schema: wholeNumber(1),
      hint: 'number',
      description: 'The time for learners, rewrites and versions, instead of LEARNERS_KEPT_DAYS and REWRITES_KEPT_DAYS',
    },
    'dry-run': { description: 'Only count what would be deleted' },
  },
  run: ({ days, 'dry-run': dryRun }) =>
    withDatabase(async (project) => {
      const { retention: set } = project.settings
      const retention = days === undefined ? set : { ...set, learnerDays: days, rewriteDays: days }
      const rows = dryRun ? await countAll(project, retention) : await sweepAll(project, retention)
      return {
        json: {
          dry_run: dryRun,
          learner_days: retention.learnerDays,
          rewrite_days: retention.rewriteDays,
          insight_days: retention.insightDays,
          rows,
        },
        lines: formatTable(
          ['', 'older than', dryRun ? 'would go' : 'gone'],
          sweptKinds.map((kind) => [kindLabels[kind], describeAge(kind, retention), rows[kind]]),
        ),
      }
    }),
})

type Rows = Record<(typeof sweptKinds)[number], number>

const kindLabels: Readonly<Record<keyof Rows, string>> = {
  learners: 'learners not seen',
  rewrites: 'rewrites not read',
  lesson_versions: 'old versions of lessons not given',
  spending: 'counters of days that are over',
  insights: 'sums of past days',
}

function describeAge(kind: keyof Rows, { learnerDays, rewriteDays, insightDays }: Retention): string {
  const days = {
    learners: learnerDays,
    rewrites: rewriteDays,
    lesson_versions: rewriteDays,
    spending: 1,
    insights: insightDays,
  }[kind]
  if (days === 1) return '1 day'
  return days === 0 ? 'never' : `${days} days`
}

async function countAll({ db }: OpenProject, retention: Retention): Promise<Rows> {
  const counts = sweptKinds.map(async (kind) => [kind, await countSweepable(db, kind, retention)] as const)
  return Object.fromEntries(await Promise.all(counts)) as Rows
}

async function sweepAll({ db, ...project }: OpenProject, retention: Retention): Promise<Rows> {
  const total = Object.values(await countAll({ db, ...project }, retention)).reduce((sum, count) => sum + count, 0)
  const progress = showProgress('Sweeping', total)
  const { finished: _, ...rows } = await sweepDatabase(db, retention, {
    now: () => 0,
    deadline: Infinity,
    onBatch: (swept) => progress.advance(sweptKinds.reduce((sum, kind) => sum + swept[kind], 0)),
  })
  progress.end()
  return rows
}
