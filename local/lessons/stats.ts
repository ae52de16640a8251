import { countAll, countRewrites, findUsedToday } from '../../lib/db/index.ts'
import { defineJob } from '../terminal/define-job.ts'
import { formatBytes, formatCount, formatDollars, formatTable } from '../terminal/format-table.ts'
import { priceTokens, priceWarning } from './price-tokens.ts'
import { withDatabase, type OpenProject } from './with-database.ts'

/** `npm run lessons -- stats` */
export const stats = defineJob({
  name: 'stats',
  description: 'Count lessons, rewrites, learners and what was used today',
  options: {},
  run: () =>
    withDatabase(async (project) => {
      const found = await readStats(project)
      return { json: found, lines: describeStats(found) }
    }),
})

async function readStats({ db, place, settings: { model, limits } }: OpenProject) {
  const [all, rewrites, today] = await Promise.all([countAll(db), countRewrites(db), findUsedToday(db)])
  const { input, cachedInput, output, sections } = today.written
  return {
    place,
    ...all,
    rewrites,
    today: {
      tokens: { used: today.tokens_used, reserved: today.tokens_reserved, allowed: limits.DAILY_TOKENS },
      written: { sections, input_tokens: input, cached_input_tokens: cachedInput, output_tokens: output },
      dollars: priceTokens(today.written, model),
    },
    warnings: priceWarning(model),
  }
}

type Stats = Awaited<ReturnType<typeof readStats>>

function describeStats({ rewrites, today, warnings, bytes, ...all }: Stats): string[] {
  const { used, reserved, allowed } = today.tokens
  return [
    all.place,
    '',
    ...formatTable(
      ['', '', ''],
      [
        ['lessons', all.lessons, `${formatCount(all.sections)} sections, ${formatCount(all.versions)} versions kept`],
        ['learners', all.learners, `${formatCount(all.with_profile)} with a profile`],
        ['  seen in 30 days', all.seen_in_30_days, `${formatCount(all.seen_today)} of them since yesterday`],
        ['lessons given', all.lessons_given, `${formatCount(all.rewrites_given)} rewrites in them`],
        ['ratings', all.feedback, ''],
      ],
    ).slice(1),
    '',
    ...formatTable(
      ['state', 'recipe', 'language', 'rewrites', 'text'],
      rewrites.map((row) => [row.state, row.recipe, row.language ?? '', row.rewrites, formatBytes(row.bytes)]),
    ),
    '',
    ...formatTable(
      ['table', 'on disk'],
      Object.entries(bytes).map(([table, size]) => [table, formatBytes(size)]),
    ),
    '',
    `Today (UTC): ${formatCount(used)} tokens used and ${formatCount(reserved)} set aside, of ${formatCount(allowed)}`,
    `  ${formatCount(today.written.sections)} rewrites written${today.dollars === null ? '' : `, for about ${formatDollars(today.dollars)}`}`,
    ...warnings,
  ]
}
