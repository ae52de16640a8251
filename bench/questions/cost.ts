import { month } from '../cost/month.ts'
import { dollarsOf, priceLists } from '../../lib/quota/index.ts'
import { outputPerToken, readBook } from '../cost/read-book.ts'
import { sharings, type Sharing } from '../cost/shared-cache.ts'
import { simulateMonth, type MonthResult } from '../cost/simulate-month.ts'
import type { Column, Findings, LineChart, Question } from '../report/findings.ts'
import { formatNumber } from '../report/format-number.ts'

const sizes = [10, 100, 1_000, 10_000, 100_000]
const tabled = [1_000, 100_000]
const seed = 1

export const cost: Question = {
  letter: 'e',
  title: 'What a month of reading costs',
  method: [
    'A pure simulation over the book: its real sections, the real prompts and the real profile keys. No model is asked; tokens are counted at four characters each.',
    `A rewrite is assumed to have ${outputPerToken.en} times the tokens of its section in English, ${outputPerToken.ur} times in Urdu. No repairs and no reasoning tokens; both would cost all contenders the same more.`,
    'Profiles are drawn from a skewed distribution (bench/cost/learners.ts): 85 % read English, 45 % are undergraduates, 75 % are new to robots, two in three name one goal. The answers are drawn each for itself.',
    `Learners begin on any day of ${month.days} and read on from the first lesson; after each lesson ${100 - month.goesOn} % stop. ${month.again} % of readings are made again three days later; in ${100 - month.levels['as-is']} % the level of one section is turned, as the page has one for each. Authors change ${month.edits} sections in the month.`,
    `A prompt's beginning is paid as cached input from the ${month.together + 1}th call of one reading on, since the first ones leave together; the same for all contenders.`,
    `Prices: ${priceLists[0]?.source}. ${priceLists.map(({ model, input, cachedInput, output }) => `${model}: $${input}, $${cachedInput} cached, $${output} out`).join('; ')}, for a million tokens.`,
  ],
  async run(print) {
    const book = await readBook()
    const months: MonthResult[] = []
    for (const learners of sizes) {
      months.push(await simulateMonth(book, { learners, seed }))
      print(
        `  ${formatNumber(learners, 'count')} learners: ${formatNumber(months.at(-1)?.readings ?? 0, 'count')} readings`,
      )
    }
    return findCost(months)
  },
}

const tokensOf = ({ spent }: MonthResult, sharing: Sharing): number => spent[sharing].input + spent[sharing].output

function findCost(months: readonly MonthResult[]): Findings {
  const at = (learners: number): MonthResult => months.find((one) => one.learners === learners) as MonthResult
  const [few, most] = [at(1_000), at(100_000)]
  const fewer = tokensOf(few, 'one user') / tokensOf(few, 'ours')
  const steps = months.slice(1).map((one, index) => tokensOf(one, 'ours') / tokensOf(months[index] ?? one, 'ours'))
  return {
    targets: [
      {
        what: 'Tokens of 1,000 learners, compared with a cache for each user',
        wanted: 'at least 10× fewer',
        measured: formatNumber(fewer, 'ratio'),
        met: fewer >= 10,
      },
      {
        what: 'Tokens of ten times as many learners, at each step from 10 to 100,000',
        wanted: 'fewer times as many than at the step before: the growth flattens',
        measured: steps.map((step) => formatNumber(step, 'ratio')).join(', '),
        met: steps.every((step, index) => index === 0 || step < (steps[index - 1] ?? 0)),
      },
    ],
    tables: [
      {
        caption: 'A month; ratios say how many times as many tokens as ours',
        columns: [
          { name: 'learners', unit: 'count' },
          { name: 'shared by' },
          { name: 'tokens', unit: 'ratio' },
          { name: 'model calls', unit: 'count' },
          { name: 'tokens in', unit: 'tokens' },
          { name: 'of them cached', unit: 'share' },
          { name: 'tokens out', unit: 'tokens' },
          ...priceLists.map(({ model }): Column => ({ name: model, unit: 'dollars' })),
          { name: 'found', unit: 'share' },
        ],
        rows: tabled.flatMap((learners) => sharings.map((sharing) => renderRow(at(learners), sharing))),
      },
    ],
    charts: [drawTokens(months), drawHits(few, 'hits-1000'), drawHits(most, 'hits-100000')],
  }
}

function renderRow(one: MonthResult, sharing: Sharing): (string | number)[] {
  const spent = one.spent[sharing]
  const days = one.hits[sharing]
  return [
    one.learners,
    sharing,
    tokensOf(one, sharing) / tokensOf(one, 'ours'),
    spent.calls,
    spent.input,
    spent.cachedInput / spent.input,
    spent.output,
    ...priceLists.map((list) => dollarsOf(spent, list)),
    days.reduce((sum, share) => sum + share, 0) / days.length,
  ]
}

const drawTokens = (months: readonly MonthResult[]): LineChart => ({
  kind: 'lines',
  name: 'tokens-by-learners',
  title: 'Tokens of a month by the number of learners',
  x: { label: 'learners', unit: 'count', scale: 'log' },
  y: { label: 'tokens', unit: 'tokens', scale: 'log' },
  lines: sharings.map((series) => ({ series, points: months.map((one) => [one.learners, tokensOf(one, series)]) })),
})

const drawHits = ({ learners, hits }: MonthResult, name: string): LineChart => ({
  kind: 'lines',
  name,
  title: `Sections found in the cache, by day, with ${formatNumber(learners, 'count')} learners`,
  x: { label: 'day of the month', unit: 'count', scale: 'linear' },
  y: { label: 'found', unit: 'share', scale: 'linear' },
  lines: sharings.map((series) => ({ series, points: hits[series].map((share, day) => [day + 1, share]) })),
})
