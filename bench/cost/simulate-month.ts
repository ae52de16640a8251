import { buildProfileKeys, type ProfileKeys } from '../../lib/learner/profile-keys.ts'
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
  const readings = planReadings(await drawLearners(learners, random), { lessons: book.length, random })
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
  { lessons, random }: { readonly lessons: number; readonly random: Random },
): Reading[][] {
  const days: Reading[][] = Array.from({ length: month.days }, () => [])
  for (const learner of learners) {
    let day = random.below(month.days)
    for (let lesson = 0; lesson < lessons; lesson += 1) {
      const reading = { learner, lesson, dial: draw(month.dials, random) }
      days[day]?.push(reading)
      if (random.below(100) < month.again) days[day + 3]?.push(reading)
      if (random.below(100) >= month.goesOn) break
      day += random.below(2)
    }
  }
  return days
}

interface EditedSection {
  readonly lesson: number
  readonly section: number
}

/** What is changed on each day; the opening note, the first of a lesson's sections, is not its author's. */
function planEdits(book: readonly (readonly BookSection[])[], random: Random): EditedSection[][] {
  const days: EditedSection[][] = Array.from({ length: month.days }, () => [])
  for (let edit = 0; edit < month.edits; edit += 1) {
    const lesson = random.below(book.length)
    days[random.below(month.days)]?.push({ lesson, section: 1 + random.below((book[lesson]?.length ?? 2) - 1) })
  }
  return days
}
