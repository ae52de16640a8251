import type { Kysely } from 'kysely'
import { type Database, findRewrites, type ProfileInUse, type StoredRewrite } from '../../lib/db/index.ts'
import type { Lesson, Section } from '../../lib/lesson/index.ts'
import { planLesson, type SectionPlan, stillAccepted } from '../../lib/rewrite/index.ts'

export interface RefreshQuery {
  readonly lessons: readonly Lesson[]
  /** The most used first. */
  readonly profiles: readonly ProfileInUse[]
  /** How many readers each lesson had, by slug. */
  readonly readers: ReadonlyMap<string, number>
  readonly recipe: string
}

/** One rewrite that readers as those of today will ask for. */
export interface WantedRewrite {
  readonly lesson: Lesson
  readonly planned: SectionPlan
}

/**
 * Every rewrite that the profiles ask for of the lessons, each once. What most readers ask for comes first, lesson by
 * lesson: half of a lesson is of use to nobody.
 */
export async function planRefresh({ lessons, profiles, readers, recipe }: RefreshQuery): Promise<WantedRewrite[]> {
  const pairs = profiles
    .flatMap((profile) => lessons.map((lesson) => ({ profile, lesson, weight: weigh(profile, lesson, readers) })))
    .toSorted((one, other) => other.weight - one.weight)
  const seen = new Set<string>()
  const wanted: WantedRewrite[] = []
  for (const { profile, lesson } of pairs) {
    const { answers, profileKeys, variant } = profile
    const nameOf = (section: Section): string =>
      `${section.hash} ${lesson.context_hash} ${profileKeys[section.facets]} ${variant}`
    const isNew = (section: Section): boolean => !seen.has(nameOf(section))
    if (!lesson.sections.some(isNew)) continue
    const choice = {
      ...({ scope: 'published', answers, profileKeys, recipe, choices: new Map() } as const),
      ...({ level: 'as-is', variant } as const),
    }
    const plan = await planLesson(lesson, choice, [], isNew)
    for (const { task } of plan) seen.add(nameOf(task.section))
    for (const planned of plan) if (planned.state === 'writing') wanted.push({ lesson, planned })
  }
  return wanted
}

/** As many pairs of a learner and a lesson as there may be, and a lesson that nobody has read yet counts for one reader. */
const weigh = ({ learners }: ProfileInUse, { slug }: Lesson, readers: RefreshQuery['readers']): number =>
  learners * (1 + (readers.get(slug) ?? 0))

/** Keys in one statement. */
const keysAtATime = 200

/** Those that are not in the cache; a rejection that still rests is left alone, as it is for readers. */
export async function selectUnwritten(
  db: Kysely<Database>,
  wanted: readonly WantedRewrite[],
  onLooked: (count: number) => void = () => {},
): Promise<WantedRewrite[]> {
  const unwritten: WantedRewrite[] = []
  for (let from = 0; from < wanted.length; from += keysAtATime) {
    const part = wanted.slice(from, from + keysAtATime)
    const stored = await findRewrites(
      db,
      part.map(({ planned }) => planned.key),
    )
    unwritten.push(...part.filter(({ planned }) => isUnwritten(planned, stored.get(planned.key))))
    onLooked(from + part.length)
  }
  return unwritten
}

function isUnwritten({ task }: SectionPlan, stored: StoredRewrite | undefined): boolean {
  if (stored === undefined) return true
  if (stored.state === 'ready') return !stillAccepted(stored, task)
  return stored.state === 'writing' || !stored.held
}
