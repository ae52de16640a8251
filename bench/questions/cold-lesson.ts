import { publishLessons } from '../../lib/db/index.ts'
import type { BarChart, Findings, Question, Table, Target } from '../report/findings.ts'
import { formatNumber } from '../report/format-number.ts'
import { composeLesson } from '../testbed/compose-lesson.ts'
import { createReader } from '../testbed/create-reader.ts'
import { lifelikePace as pace } from '../testbed/pace.ts'
import { timeEvents, timeText, type LessonTimes } from '../testbed/time-lesson.ts'
import { withTestbed, type Testbed } from '../testbed/with-testbed.ts'

const lengths = [4, 8, 16]
/** What the machine may add to a paragraph's own time, in milliseconds. */
const noiseMs = 250

const approaches = ['ours', 'one call, unstreamed', 'one call, streamed', 'one after another'] as const
type Approach = (typeof approaches)[number]

interface Row extends LessonTimes {
  readonly sections: number
  readonly approach: Approach
  readonly calls: number
}

export const coldLesson: Question = {
  letter: 'a',
  title: 'A lesson that nobody has read yet',
  method: [
    `The model is simulated: its first token comes after ${pace.firstTokenMs} ms, then ${pace.tokensPerSecond} a second in each call. It gives every section back as its author wrote it, so all contenders have the same text at the same rate.`,
    'The lessons have 4, 8 and 16 sections of the book. Nothing is cached. “Ours” writes the opening note as well.',
    '“One call” asks for the whole lesson at once; “one after another” is ours with one section at a time.',
    'First text is the first words of the first section, not those of the note; the first paragraph is its first one, whole. Ours shows no half paragraphs, so there the two are one. Each is read once: next to the model’s set pace, the machine adds little.',
  ],
  run: (print) =>
    withTestbed({ pace, servers: { ours: {}, oneByOne: { SECTIONS_AT_A_TIME: '1' } } }, async (testbed) => {
      const rows: Row[] = []
      for (const sections of lengths)
        for (const approach of approaches) {
          rows.push(await measure(testbed, sections, approach))
          print(`  ${sections} sections, ${approach}: ${formatNumber(rows.at(-1)?.whole ?? 0, 'milliseconds')}`)
        }
      return findColdLesson(rows, await firstParagraphMs(8))
    }),
}

async function measure(testbed: Testbed, sections: number, approach: Approach): Promise<Row> {
  const lesson = await composeLesson(sections)
  await publishLessons(testbed, { version: 1, lessons: [lesson] })
  const request = { slug: lesson.slug, reader: await createReader(testbed.db) }
  await testbed.emptyCaches()
  let times: LessonTimes | undefined
  const { calls } = await testbed.tally(async () => {
    times = await read(testbed, approach, request)
  })
  if (!times) throw new Error(`Cannot compare: "${approach}" was not measured`)
  const { firstText, firstParagraph, whole } = times
  return { sections, approach, calls, firstText, firstParagraph, whole }
}

function read(
  { servers }: Testbed,
  approach: Approach,
  request: { readonly slug: string; readonly reader: string },
): Promise<LessonTimes> {
  const url = servers[approach === 'one after another' ? 'oneByOne' : 'ours']?.url ?? ''
  if (approach === 'ours' || approach === 'one after another') return timeEvents({ ...request, url })
  const stream = approach === 'one call, streamed' ? '?stream=1' : ''
  return timeText({ ...request, url: `${url}/api/baselines/whole-lesson${stream}` })
}

/** How long the model needs from its first token to the end of the lesson's first paragraph. */
async function firstParagraphMs(sections: number): Promise<number> {
  const [first] = (await composeLesson(sections)).sections
  const [, paragraph = ''] = (first?.source ?? '').split('\n\n')
  return (1000 * paragraph.length) / 4 / pace.tokensPerSecond
}

const findRow = (rows: readonly Row[], approach: Approach, sections: number): Row | undefined =>
  rows.find((row) => row.approach === approach && row.sections === sections)

const findColdLesson = (rows: readonly Row[], paragraphMs: number): Findings => ({
  targets: findTargets(rows, paragraphMs),
  tables: [buildTable(rows)],
  charts: [
    drawTimes(rows, { what: 'whole', name: 'cold-whole-lesson', title: 'Time to the whole lesson, nothing cached' }),
    drawTimes(rows, { what: 'firstText', name: 'cold-first-text', title: 'Time to the first text, nothing cached' }),
  ],
})

function findTargets(rows: readonly Row[], paragraphMs: number): Target[] {
  const [ours, unstreamed] = [findRow(rows, 'ours', 8), findRow(rows, 'one call, unstreamed', 8)]
  if (!ours || !unstreamed) throw new Error('Cannot compare: an approach was not measured')
  const faster = unstreamed.whole / ours.whole
  const earlier = unstreamed.firstText / ours.firstText
  const firstTextMax = pace.firstTokenMs + paragraphMs + noiseMs
  return [
    {
      what: 'A whole lesson of 8 sections, compared with one call for it',
      wanted: 'at least 4× faster',
      measured: formatNumber(faster, 'ratio'),
      met: faster >= 4,
    },
    {
      what: 'Its first text, compared with one unstreamed call',
      wanted: 'at least 10× earlier',
      measured: formatNumber(earlier, 'ratio'),
      met: earlier >= 10,
    },
    {
      what: 'Its first text',
      wanted: `one paragraph after the model's first token: ${formatNumber(firstTextMax, 'milliseconds')} with ${noiseMs} ms for the machine`,
      measured: formatNumber(ours.firstText, 'milliseconds'),
      met: ours.firstText <= firstTextMax,
    },
  ]
}

const buildTable = (rows: readonly Row[]): Table => ({
  caption: 'Ratios say how many times as long as ours',
  columns: [
    { name: 'sections', unit: 'count' },
    { name: 'contender' },
    { name: 'whole lesson', unit: 'ratio' },
    { name: 'first text', unit: 'ratio' },
    { name: 'first text at', unit: 'milliseconds' },
    { name: 'first paragraph at', unit: 'milliseconds' },
    { name: 'whole lesson at', unit: 'milliseconds' },
    { name: 'model calls', unit: 'count' },
  ],
  rows: rows.map((row) => {
    const { sections, approach, firstText, firstParagraph, whole, calls } = row
    const ours = findRow(rows, 'ours', sections) ?? row
    return [sections, approach, whole / ours.whole, firstText / ours.firstText, firstText, firstParagraph, whole, calls]
  }),
})

function drawTimes(
  rows: readonly Row[],
  { what, name, title }: { readonly what: 'whole' | 'firstText'; readonly name: string; readonly title: string },
): BarChart {
  return {
    kind: 'bars',
    name,
    title,
    unit: 'milliseconds',
    scale: 'linear',
    groups: lengths.map((sections) => ({
      label: `${sections} sections`,
      bars: rows.filter((row) => row.sections === sections).map((row) => ({ series: row.approach, value: row[what] })),
    })),
  }
}
