import { buildProfileKeys, type ProfileKeys } from '../../lib/profile/index.ts'
import { createRandom, type Random } from '../../test/support/random.ts'
import { month, type Learner, type Reading } from './month.ts'
import { draw, drawAnswers } from './learners.ts'
import type { Spent } from './spent.ts'
import type { BookSection } from './read-book.ts'
import { createSharedCache, sharings, type Sharing } from './shared-cache.ts'

export interface MonthResult {
  readonly learners: number
  readonly readings: number
  readonly spent: Readonly<Record<Sharing, Spent>>
  /** The share of sections that were found, by day. */
  readonly hits: Readonly<Record<Sharing, readonly number[]>>
}

/** Lets so many learners read the book for a month, over each way to share a cache; the same for the same seed. */
export async function simulateMonth(
  book: readonly (readonly BookSection[])[],
  { learners, seed }: { readonly learners: number; readonly seed: number },
): Promise<MonthResult> {
  const random = createRandom(seed)
  const readings = planReadings(await drawLearners(learners, random), { book, random })
  const edits = planEdits(book, random)
  const caches = Object.fromEntries(sharings.map((sharing) => [sharing, createSharedCache(sharing)])) as Record<
    Sharing,
    ReturnType<typeof createSharedCache>
  >
  const versions = book.map((sections) => sections.map(() => 0))
  for (const [day, today] of readings.entries()) {
    for (const { lesson, section } of edits[day] ?? []) {
      const version = versions[lesson] ?? []
      version[section] = (version[section] ?? 0) + 1
    }
    for (const reading of today)
      for (const cache of Object.values(caches))
        cache.read(reading, book[reading.lesson] ?? [], versions[reading.lesson] ?? [])
    for (const cache of Object.values(caches)) cache.endDay()
  }
  const of = <Value>(value: (sharing: Sharing) => Value): Record<Sharing, Value> =>
    Object.fromEntries(sharings.map((sharing) => [sharing, value(sharing)])) as Record<Sharing, Value>
  return {
    learners,
    readings: readings.flat().length,
    spent: of((sharing) => ({ ...caches[sharing].spent })),
    hits: of((sharing) =>
      caches[sharing].days.slice(0, month.days).map(({ found, all }) => (all === 0 ? 0 : found / all)),
    ),
  }
}

/** Learners with our profile keys; those with the same answers share one set. */
async function drawLearners(count: number, random: Random): Promise<Learner[]> {
  const known = new Map<string, ProfileKeys>()
  const learners: Learner[] = []
  for (let id = 0; id < count; id += 1) {
    const answers = drawAnswers(random)
    const text = JSON.stringify(answers)
    const keys = known.get(text) ?? (await buildProfileKeys(answers))
    known.set(text, keys)
    learners.push({ id, answers, keys })
  }
  return learners
}

/** Each learner begins on any day and reads on from the first lesson; the readings by day. */
function planReadings(
  learners: readonly Learner[],
  { book, random }: { readonly book: readonly (readonly BookSection[])[]; readonly random: Random },
): Reading[][] {
  const days: Reading[][] = Array.from({ length: month.days }, () => [])
  for (const learner of learners) {
    let day = random.below(month.days)
    for (const [lesson, sections] of book.entries()) {
      const level = draw(month.levels, random)
      const turned = level === 'as-is' ? undefined : { section: drawSection(sections, random), level }
      const reading = { learner, lesson, turned }
      days[day]?.push(reading)
      if (random.below(100) < month.again) days[day + 3]?.push(reading)
      if (random.below(100) >= month.goesOn) break
      day += random.below(2)
    }
  }
  return days
}

/** Any section but the opening note, the first, which is not its author's and has no level. */
const drawSection = ({ length }: readonly BookSection[], random: Random): number => 1 + random.below(length - 1)

interface EditedSection {
  readonly lesson: number
  readonly section: number
}

/** What is changed on each day. */
function planEdits(book: readonly (readonly BookSection[])[], random: Random): EditedSection[][] {
  const days: EditedSection[][] = Array.from({ length: month.days }, () => [])
  for (let edit = 0; edit < month.edits; edit += 1) {
    const lesson = random.below(book.length)
    days[random.below(month.days)]?.push({ lesson, section: drawSection(book[lesson] ?? [], random) })
  }
  return days
}
