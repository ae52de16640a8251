import { growthExponent } from '../numbers/growth-exponent.ts'
import type { Findings, LineChart, Question, Table } from '../report/findings.ts'
import { growLesson, type LessonSize } from '../growth/grow-lesson.ts'
import { growCache, type CacheSize } from '../growth/grow-cache.ts'

/** From here on a lesson's own length costs more than what every request costs. */
const longFrom = 50
/** A table with fewer rows is read through faster than by an index, and PostgreSQL does so. */
const indexedFrom = 10_000
/** By the length: 1 is in proportion. By the rows: 0 is flat. */
const wanted = { lengthMost: 1.2, rowsMost: 0.1 }

export const growth: Question = {
  letter: 'g',
  title: 'Longer lessons, larger caches',
  method: [
    'Lessons of 1 to 400 sections of the book, each in a server process of its own: read cold with a model that writes at once, so that what is left is our own work, then again from the cache. Medians; the memory is the process’s highest.',
    'The cache grows to a million rewrites of other lessons and readers, and a tenth as many remembered readings, on a real PostgreSQL. Each statement is asked 200 times over the same way as the functions take; medians.',
    'The plans are those of EXPLAIN with the statements as they are sent. Small tables are read through, which is faster.',
    `A power of 1 is growth in proportion, 0 is none. For lessons it is taken from ${longFrom} sections on.`,
  ],
  run: async (print) => findGrowth(await growLesson(print), await growCache(print)),
}

function findGrowth(lessons: readonly LessonSize[], caches: readonly CacheSize[]): Findings {
  const long = lessons.filter(({ sections }) => sections >= longFrom)
  const power = (of: (one: LessonSize) => number): number =>
    growthExponent(long.map((one) => [one.sections, of(one)] as const))
  const byLength = { cold: power(({ cold }) => cold), hit: power(({ hit }) => hit) }
  const slowest = Math.max(
    ...statementNames.map((name) => growthExponent(caches.map(({ rows, times }) => [rows, times[name]] as const))),
  )
  const indexed = caches.every(({ rows, scansAll }) => rows < indexedFrom || !scansAll)
  return {
    targets: [
      {
        what: 'Time of a cached lesson, by its length',
        wanted: `in proportion: a power of at most ${wanted.lengthMost}`,
        measured: byLength.hit.toFixed(2),
        met: byLength.hit <= wanted.lengthMost,
      },
      {
        what: 'Our own work on a cold lesson, by its length',
        wanted: `in proportion: a power of at most ${wanted.lengthMost}`,
        measured: byLength.cold.toFixed(2),
        met: byLength.cold <= wanted.lengthMost,
      },
      {
        what: 'Time of the statements, by the rows of the cache',
        wanted: `flat: a power of at most ${wanted.rowsMost}`,
        measured: slowest.toFixed(2),
        met: slowest <= wanted.rowsMost,
      },
      {
        what: 'The plans from 10,000 rows on',
        wanted: 'find rewrites by an index, and read no table through',
        measured: indexed ? 'so they do' : 'one does not',
        met: indexed,
      },
    ],
    tables: [buildLessons(lessons), buildCaches(caches), buildPlans(caches)],
    charts: [drawLessons(lessons), drawCaches(caches)],
  }
}

const statementNames = ['reading', 'version', 'lease'] as const

const buildLessons = (lessons: readonly LessonSize[]): Table => ({
  caption: 'By the length of the lesson',
  columns: [
    { name: 'sections', unit: 'count' },
    { name: 'parsing (when built)', unit: 'milliseconds' },
    { name: 'our work when cold', unit: 'milliseconds' },
    { name: 'cached, POST', unit: 'milliseconds' },
    { name: 'answer', unit: 'bytes' },
    { name: 'highest memory', unit: 'bytes' },
  ],
  rows: lessons.map(({ sections, parsing, cold, hit, bytes, peak }) => [sections, parsing, cold, hit, bytes, peak]),
})

const buildCaches = (caches: readonly CacheSize[]): Table => ({
  caption: 'By the rows of the cache',
  columns: [
    { name: 'rewrites', unit: 'count' },
    { name: 'read a lesson', unit: 'milliseconds' },
    { name: 'read a version', unit: 'milliseconds' },
    { name: 'take a lease', unit: 'milliseconds' },
    { name: 'table and indexes', unit: 'bytes' },
  ],
  rows: caches.map(({ rows, times, bytes }) => [rows, ...statementNames.map((name) => times[name]), bytes]),
})

const buildPlans = (caches: readonly CacheSize[]): Table => ({
  caption: 'Indexes in the plans',
  columns: [{ name: 'rewrites', unit: 'count' }, { name: 'read a lesson' }, { name: 'read a version' }],
  rows: caches.map(({ rows, indexes }) => [rows, indexes.reading.join(', '), indexes.version.join(', ')]),
})

const drawLessons = (lessons: readonly LessonSize[]): LineChart => ({
  kind: 'lines',
  name: 'growth-lesson',
  title: 'Time by the length of the lesson',
  x: { label: 'sections', unit: 'count', scale: 'linear' },
  y: { label: 'time', unit: 'milliseconds', scale: 'linear' },
  lines: [
    { series: 'cached', points: lessons.map(({ sections, hit }) => [sections, hit]) },
    { series: 'our work when cold', points: lessons.map(({ sections, cold }) => [sections, cold]) },
  ],
})

const drawCaches = (caches: readonly CacheSize[]): LineChart => ({
  kind: 'lines',
  name: 'growth-cache',
  title: 'Time of a statement by the rows of the cache',
  x: { label: 'rewrites', unit: 'count', scale: 'log' },
  y: { label: 'time', unit: 'milliseconds', scale: 'linear' },
  lines: (
    [
      ['reading', 'read a lesson'],
      ['version', 'read a version'],
      ['lease', 'take a lease'],
    ] as const
  ).map(([name, series]) => ({ series, points: caches.map(({ rows, times }) => [rows, times[name]]) })),
})
