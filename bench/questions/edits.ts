import { buildRewriteKey } from '../../lib/contract/index.ts'
import { buildProfileKeys } from '../../lib/profile/index.ts'
import { hashText } from '../../lib/text/index.ts'
import { buildNoteSection, type Lesson, parseLesson } from '../../lib/lesson/index.ts'
import type { Findings, Question } from '../report/findings.ts'
import { formatNumber } from '../report/format-number.ts'
import { composeLesson } from '../testbed/compose-lesson.ts'
import { usualAnswers } from '../testbed/create-reader.ts'

const sectionCount = 40

/** The cache keys of a lesson for one reader, one for each section, by each method. */
const keyings = {
  ours: async (lesson: Lesson) => {
    const profileKeys = await buildProfileKeys(usualAnswers)
    return Promise.all(
      [await buildNoteSection(lesson), ...lesson.sections].map(({ hash, facets }) =>
        buildRewriteKey({
          scope: 'published',
          sectionHash: hash,
          contextHash: lesson.context_hash,
          profileKey: profileKeys[facets],
          recipe: 'p1/model',
          level: 'as-is',
          variant: 0,
        }),
      ),
    )
  },
  'hash of the position': ({ slug, sections }: Lesson) =>
    Promise.all(sections.map(({ hash }, position) => hashText(JSON.stringify([slug, position, hash])))),
  'hash of the lesson': ({ content_hash, sections }: Lesson) =>
    Promise.all(sections.map(({ id }) => hashText(JSON.stringify([content_hash, id])))),
} as const

type Keying = keyof typeof keyings
const keyingNames = Object.keys(keyings) as Keying[]

export interface Edit {
  readonly edit: string
  /** The share of keys that the edit leaves in use, for each place where it can be made. */
  readonly reused: Readonly<Record<Keying, readonly number[]>>
}

export const edits: Question = {
  letter: 'd',
  title: 'An author edits a lesson',
  method: [
    `A lesson of ${sectionCount} sections of the book is parsed as it is, and again after each possible edit: a word added to one section, a section inserted, at every place. Nothing is simulated.`,
    'Kept is what readers find in the cache afterwards. Ours counts the opening note as well, which is written anew when the outline changes.',
    'Rivals: a cache by the hash of the whole lesson, and one by each section’s position and hash.',
  ],
  run: async (print) => {
    const lesson = await composeLesson(sectionCount)
    const sources = lesson.sections.map(({ source }) => source)
    const inserted = '## A new section\n\nThis section was not here before, and it says so in one sentence.\n'
    const found: Edit[] = []
    for (const [edit, change] of [
      [
        'one section changed',
        (at: number) => sources.with(at, `${sources[at]}\n\nOne more sentence stands here now.\n`),
      ],
      ['one section inserted', (at: number) => sources.toSpliced(at, 0, inserted)],
    ] as const) {
      found.push({
        edit,
        reused: await measure(
          lesson,
          sources.map((_, at) => change(at)),
        ),
      })
      print(`  ${edit}: at ${sectionCount} places`)
    }
    return findEdits(found)
  },
}

async function measure(lesson: Lesson, versions: readonly (readonly string[])[]): Promise<Edit['reused']> {
  const after = await Promise.all(versions.map((sources) => parseLesson(asFile(lesson, sources))))
  const reused = keyingNames.map(async (name) => {
    const before = await keyings[name](lesson)
    const shares = after.map(async (version) => {
      const keys = new Set(await keyings[name](version))
      return before.filter((key) => keys.has(key)).length / before.length
    })
    return [name, await Promise.all(shares)] as const
  })
  return Object.fromEntries(await Promise.all(reused)) as unknown as Edit['reused']
}

const asFile = (
  { slug, title, description }: Lesson,
  sources: readonly string[],
): Parameters<typeof parseLesson>[0] => ({
  slug,
  language: 'en',
  file: `---\ntitle: ${title}\ndescription: ${description}\n---\n\n${sources.join('\n\n')}\n`,
})

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

export function findEdits(found: readonly Edit[]): Findings {
  return {
    targets: found.map(({ edit, reused }) => ({
      what: `Of the cache, after ${edit}`,
      wanted: 'at least 97 % kept, wherever it is',
      measured: formatNumber(Math.min(...reused.ours), 'share'),
      met: Math.min(...reused.ours) >= 0.97,
    })),
    tables: [
      {
        caption: `Share of the cache that is kept, of a lesson of ${sectionCount} sections`,
        columns: [
          { name: 'edit' },
          { name: 'contender' },
          { name: 'mean of all places', unit: 'share' },
          { name: 'worst place', unit: 'share' },
        ],
        rows: found.flatMap(({ edit, reused }) =>
          keyingNames.map((name) => [edit, name, mean(reused[name]), Math.min(...reused[name])]),
        ),
      },
    ],
    charts: [
      {
        kind: 'bars',
        name: 'edits',
        title: 'Share of the cache that is kept, mean of all places',
        unit: 'share',
        scale: 'linear',
        groups: found.map(({ edit, reused }) => ({
          label: edit.replace('one section ', 'section '),
          bars: keyingNames.map((series) => ({ series, value: mean(reused[series]) })),
        })),
      },
    ],
  }
}
