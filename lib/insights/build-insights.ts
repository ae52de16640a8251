import { buildPeriod, sumByMeasure, type PriceOf } from './build-period.ts'
import type { InsightsAnswer } from '../contract/index.ts'
import type { CountedRow } from './stored-insights.ts'
import type { Days } from './stored-insights.ts'
import type { FeedbackRow } from './stored-insights.ts'
import type { LessonNames } from './stored-insights.ts'
import type { StoredInsights } from './stored-insights.ts'

/** How many sections are listed. */
const sectionsMax = 100

type SectionRow = InsightsAnswer['sections'][number]

/** Builds the answer without the names of lessons and headings, which are then looked up for the listed sections. */
export function buildInsights(
  { counted, newLearners, readers, feedback }: StoredInsights,
  { since, today }: Days,
  priceOf: PriceOf,
): InsightsAnswer {
  const days = listDays(since, today)
  const byDay = Map.groupBy(counted, ({ day }) => day)
  const daily = days.map((day) => buildDay(byDay.get(day) ?? [], { day, newLearners, priceOf }))
  const last = daily.at(-1)
  return {
    day: today,
    days: days.length,
    since,
    today: {
      readers: last?.readers ?? 0,
      new_learners: last?.new_learners ?? 0,
      ...buildPeriod(byDay.get(today) ?? [], priceOf),
    },
    period: {
      // A learner who deleted their versions since then is only in the daily figures, where one who read on two days is
      // counted twice.
      readers: Math.max(readers, ...daily.map((day) => day.readers)),
      new_learners: daily.reduce((sum, day) => sum + day.new_learners, 0),
      ...buildPeriod(counted, priceOf),
    },
    daily,
    sections: buildSections(counted, feedback),
  }
}

const dayMilliseconds = 86_400_000

function listDays(since: string, today: string): string[] {
  const [from, to] = [Date.parse(since), Date.parse(today)]
  const length = Math.round((to - from) / dayMilliseconds) + 1
  return Array.from({ length }, (_, index) => new Date(from + index * dayMilliseconds).toISOString().slice(0, 10))
}

interface DayParts {
  readonly day: string
  readonly newLearners: ReadonlyMap<string, number>
  readonly priceOf: PriceOf
}

function buildDay(
  rows: readonly CountedRow[],
  { day, newLearners, priceOf }: DayParts,
): InsightsAnswer['daily'][number] {
  const { lessons, sections, dollars } = buildPeriod(rows, priceOf)
  return {
    day,
    readers: sumByMeasure(rows).get('readers')?.get('') ?? 0,
    new_learners: newLearners.get(day) ?? 0,
    lessons_cached: lessons.cached,
    lessons_written: lessons.written,
    sections_cached: sections.cached,
    sections_written: sections.written,
    sections_original: sections.original,
    dollars,
  }
}

const noReasons: SectionRow['reasons'] = { 'too-simple': 0, 'too-hard': 0, unclear: 0, wrong: 0, other: 0 }

/** Every section that readers asked to change or rated; those that should be easier come first. */
function buildSections(counted: readonly CountedRow[], feedback: readonly FeedbackRow[]): SectionRow[] {
  const sections = new Map<string, SectionRow>()
  const at = (lesson: string, section: string): SectionRow =>
    sections.get(`${lesson}#${section}`) ?? {
      lesson,
      section,
      lesson_title: null,
      heading: null,
      up: 0,
      down: 0,
      reasons: noReasons,
      asked: { simpler: 0, deeper: 0, differently: 0 },
    }
  const put = (row: SectionRow): unknown => sections.set(`${row.lesson}#${row.section}`, row)
  for (const { measure, label, amount } of counted) {
    const [change, cut] = [/^asked-(simpler|deeper|differently)$/.exec(measure)?.[1], label.lastIndexOf('#')]
    if (change === undefined) continue
    const row = at(label.slice(0, cut), label.slice(cut + 1))
    const asked = { ...row.asked, [change]: row.asked[change as keyof SectionRow['asked']] + amount }
    put({ ...row, asked })
  }
  for (const { lesson, section, up, down, reasons } of feedback) put({ ...at(lesson, section), up, down, reasons })
  return [...sections.values()].toSorted((a, b) => hardness(b) - hardness(a) || b.down - a.down).slice(0, sectionsMax)
}

const hardness = ({ asked, reasons }: SectionRow): number => asked.simpler + reasons['too-hard'] + reasons.unclear

/** Adds the names of lessons and headings to the listed sections; those no longer published get none. */
export const nameSections = (answer: InsightsAnswer, names: ReadonlyMap<string, LessonNames>): InsightsAnswer => ({
  ...answer,
  sections: answer.sections.map((row) => {
    const lesson = names.get(row.lesson)
    return { ...row, lesson_title: lesson?.title ?? null, heading: lesson?.headings[row.section] ?? null }
  }),
})
