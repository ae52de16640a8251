import { daysInUse } from './plan-deploy.ts'
import { countReaders, findCurrentLessons, findProfilesInUse } from '../../lib/db/index.ts'
import type { Lesson } from '../../lib/lesson/index.ts'
import { demoModel } from '../../lib/llm/index.ts'
import { buildRecipe } from '../../lib/prompt/index.ts'
import { tokensAtMost } from '../../lib/rewrite/index.ts'
import type { LogEntry } from '../../lib/errors/index.ts'
import { dollarsOf, findPrice, type PaidTokens } from '../../lib/quota/index.ts'
import { chooseModel } from '../choose-model.ts'
import { CommandFailure } from '../command-failure.ts'
import { startDemoWriter } from '../demo-writer/start-demo-writer.ts'
import { readEnvironment } from '../environment.ts'
import { openLimits } from '../open-limits.ts'
import { defineJob, type Outcome } from '../terminal/define-job.ts'
import { formatCount, formatDollars } from '../terminal/format-table.ts'
import { commaList, dollars, wholeNumber } from '../terminal/options.ts'
import { showProgress } from '../terminal/show-progress.ts'
import { priceTokens } from './price-tokens.ts'
import { describeWarm, exitCodeOf } from './describe-warm.ts'
import { planRefresh, selectUnwritten, type WantedRewrite } from './plan-refresh.ts'
import { stopOnSignal } from './stop-on-signal.ts'
import { warmRewrites, type WarmDeps, type WarmSum } from './warm-rewrites.ts'
import { withDatabase, type OpenProject } from './with-database.ts'
import { createSectionWriter } from './write-wanted.ts'

const defaultProfiles = 10

export interface WarmOptions {
  readonly budget: number | undefined
  readonly tokens: number | undefined
  readonly lessons: readonly string[] | undefined
  readonly profiles: number | undefined
}

/** `npm run lessons -- warm` */
export const warm = defineJob({
  name: 'warm',
  description: 'Write the rewrites that most readers of today will ask for, before they do',
  options: {
    budget: { schema: dollars, hint: '2.50', description: 'Limit in dollars; this or --tokens is required' },
    tokens: { schema: wholeNumber(1), hint: 'number', description: 'Limit in tokens' },
    lessons: { schema: commaList, hint: 'slug,…', description: 'Only these lessons' },
    profiles: {
      schema: wholeNumber(1),
      hint: 'number',
      description: `For so many of the most used profiles (${defaultProfiles})`,
    },
  },
  run: async (options) => {
    if ((options.budget === undefined) === (options.tokens === undefined))
      throw new CommandFailure('Wanted one of --budget (dollars, such as 2.50) and --tokens (a whole number)')
    const model = await chooseModel(readEnvironment(), { startDemoWriter })
    if (!model.demo) for (const note of model.notes) process.stderr.write(`Note: ${note}\n`)
    try {
      const limits = model.demo ? openLimits : {}
      return await withDatabase((project) => warmProject(project, options), { ...limits, ...model.settings })
    } finally {
      await model.close()
    }
  },
})

async function warmProject(project: OpenProject, options: WarmOptions): Promise<Outcome> {
  const { db, settings } = project
  const recipe = buildRecipe(settings.model.name)
  const costOf = chooseMeter(settings.model, options)
  const lessons = selectLessons(await findCurrentLessons(db), options.lessons)
  const profiles = (await findProfilesInUse(db, daysInUse)).slice(0, options.profiles ?? defaultProfiles)
  const wanted = await planRefresh({ lessons, profiles, recipe, readers: await countReaders(db, daysInUse) })
  const unwritten = await selectUnwritten(db, wanted)

  const troubles = new Set<string>()
  const noteTrouble = ({ event, reason = '', status = '' }: LogEntry): unknown =>
    troubles.add(`${event} ${String(reason)} ${String(status)}`.trimEnd())
  const write = createSectionWriter(project, { recipe, log: noteTrouble })
  const done = await warmWithProgress(unwritten, { ...options, costOf, write, atATime: settings.sectionsAtATime })
  const warmed = {
    place: project.place,
    recipe,
    profiles: profiles.length,
    wanted: wanted.length,
    were_ready: wanted.length - unwritten.length,
    written: done.written,
    ready_meanwhile: done.ready,
    rejected: done.rejected,
    failed: done.failed,
    left: done.left,
    stopped: done.stopped,
    input_tokens: done.tokens.input,
    cached_input_tokens: done.tokens.cachedInput,
    output_tokens: done.tokens.output,
    uncounted_sections: done.uncounted,
    dollars: priceTokens(done.tokens, settings.model),
    troubles: [...troubles],
  }
  return { json: warmed, lines: describeWarm(warmed), exitCode: exitCodeOf(warmed) }
}

async function warmWithProgress(
  unwritten: readonly WantedRewrite[],
  { budget, tokens, ...deps }: WarmOptions & Pick<WarmDeps, 'costOf' | 'write' | 'atATime'>,
): ReturnType<typeof warmRewrites> {
  const progress = showProgress('Warming', unwritten.length)
  const stop = stopOnSignal(() =>
    process.stderr.write('\nStopping: what is under way is finished first (Ctrl+C again stops at once)\n'),
  )
  const done = await warmRewrites(unwritten, {
    ...deps,
    atMost: ({ planned }) => tokensAtMost(planned.task),
    budget: budget ?? tokens ?? 0,
    signal: stop.signal,
    onResolved: (sum) => progress.advance(countResolved(sum), describeUsed(sum, { budget, tokens })),
  })
  progress.end()
  stop.release()
  return done
}

const countResolved = ({ written, ready, rejected, failed }: WarmSum): number =>
  [written, ready, ...Object.values(rejected), ...Object.values(failed)].reduce((sum, count) => sum + count, 0)

const describeUsed = ({ spent }: WarmSum, { budget, tokens = 0 }: Pick<WarmOptions, 'budget' | 'tokens'>): string =>
  budget === undefined
    ? `${formatCount(spent)} of ${formatCount(tokens)} tokens`
    : `${formatDollars(spent)} of ${formatDollars(budget)}`

/** What tokens cost in the unit of the budget. */
function chooseMeter({ name, price: set }: OpenProject['settings']['model'], { budget }: WarmOptions) {
  if (budget === undefined) return ({ input, output }: PaidTokens): number => input + output
  const price = findPrice(name, set)
  if (price) return (tokens: PaidTokens): number => dollarsOf(tokens, price)
  if (name === demoModel) return () => 0
  throw new CommandFailure(`The price of "${name}" is not known: set OPENAI_PRICE, or bound the run by --tokens`)
}

function selectLessons(lessons: readonly Lesson[], slugs: readonly string[] | undefined): readonly Lesson[] {
  const unknown = slugs?.find((slug) => !lessons.some((lesson) => lesson.slug === slug))
  if (unknown !== undefined)
    throw new CommandFailure(
      `--lessons is "${unknown}": wanted some of ${lessons.map(({ slug }) => slug).join(', ') || 'none: publish first'}`,
    )
  return slugs === undefined ? lessons : lessons.filter(({ slug }) => slugs.includes(slug))
}
