import type { Kysely } from 'kysely'
import { type Database, findReading, type Reading, reporting, storeGivenVersion } from '../db/index.ts'
import {
  buildVersionKey,
  type LessonStart,
  type Proof,
  type RewriteScope,
  type Take,
  verifierVersion,
  type WireEvent,
} from '../contract/index.ts'
import { describeError, Problem, wrongField } from '../errors/index.ts'
import { countLesson } from './count-lesson.ts'
import type { Insights } from '../insights/index.ts'
import { watchTimes, type WatchedTimes } from './watch-times.ts'
import { limitProblem } from '../quota/index.ts'
import type { Answers, ProfileKeys } from '../profile/index.ts'
import type { Lesson } from '../lesson/index.ts'
import { buildStreamError } from './build-stream-error.ts'
import { createEventChannel, type EventChannel } from './event-channel.ts'
import { describeReading, findRewriteKeys, planLesson, type PlannedSection } from './plan-lesson.ts'
import { refuseOriginalsOnly } from './refuse-originals-only.ts'
import { buildRecipe } from '../prompt/index.ts'
import type { PersonalizeRequest } from './personalize-request.ts'
import type { SettledSection } from './settled-section.ts'
import { writeLesson, type LessonDeps } from './write-lesson.ts'

export interface PersonalizeDeps extends Omit<
  LessonDeps,
  'send' | 'recipe' | 'lessonSlug' | 'spender' | 'waitDeadline' | 'workDeadline'
> {
  /** The same database, for what goes before what is asked anew: readers who are being served before those who come. */
  readonly urgentDb: Kysely<Database>
  /** What this process has seen. */
  readonly insights: Insights
  /** Parses text of an integrator's that is not published, when the request carries a key: `findReading` lets none through that does not hold. */
  readonly parseUnpublished?: (request: PersonalizeRequest) => Promise<Lesson>
}

/**
 * How long after a request began it may wait for other writers, and ask models, in milliseconds. The platform ends it at
 * 300 s: who has waited in vain can still write, and what is written can still be stored.
 */
const waitMillisecondsMax = 200_000
const workMillisecondsMax = 285_000

/** A lesson on its way: what it will be, its events as they happen, and what every section settled to. */
export interface Personalized {
  readonly start: LessonStart
  readonly lesson: Lesson
  readonly events: AsyncIterable<WireEvent>
  readonly settled: Promise<SettledSection[]>
  /** What became of it, once all is done; undefined when the work broke. Never fails. */
  readonly trace: Promise<Readonly<Record<string, unknown>> | undefined>
}

/**
 * Personalizes a lesson. The work goes on by its own pump under `keepAlive`, never driven by the reader: what is
 * under way is finished, verified and cached when the reader leaves.
 */
export async function personalize(request: PersonalizeRequest, deps: PersonalizeDeps): Promise<Personalized> {
  const began = deps.now()
  const channel = createEventChannel<WireEvent>()
  const times = watchTimes(channel.send, deps.now)
  const recipe = buildRecipe(deps.writer.model.name)
  const remember = isWhole(request) || request.version !== undefined
  const reading = await reporting(deps.insights, (observations) =>
    findReading(deps.db, { ...request, recipe, remember, observations }),
  )
  const { lesson, reader } = await getReading(reading, request, deps)
  const scope = scopeOf(reading, request)
  const { dial, choices } = request
  const all = await planLesson(lesson, { ...reader, scope, recipe, dial, choices }, reading.rewrites)
  checkSections(all, { sections: request.sections ?? [], choices: [...choices.keys()] })
  const plan = selectSections(all, request.sections)
  refuseOriginalsOnly(plan, reading)
  const start = await buildStart(lesson, { all, plan, recipe, model: deps.writer.model, ...reader })

  channel.send({ event: 'lesson-start', data: start })
  const settled = writeLesson(plan, request.form, {
    ...deps,
    db: deps.urgentDb,
    recipe,
    lessonSlug: lesson.slug,
    spender: reading.spender,
    waitDeadline: began + waitMillisecondsMax,
    workDeadline: began + workMillisecondsMax,
    send: times.send,
  })
  const published = reading.lesson?.slug
  const begun = {
    request,
    start,
    channel,
    times,
    published,
    remembered: reading.remembered,
    held: findHeld(all, { request, start }),
  }
  const trace = seeThrough(settled, begun, deps)
  deps.keepAlive(trace)
  return { start, lesson, events: channel.items, settled, trace }
}

/** Text that nobody published is the key's own: what comes of it stays with those who send that key. */
function scopeOf({ lesson }: Reading, { spender }: PersonalizeRequest): RewriteScope {
  if (lesson) return 'published'
  if (!spender.key) throw new Error('The lesson is not published, and no key was sent')
  return `integrator:${spender.key.id}`
}

interface Begun {
  readonly request: PersonalizeRequest
  readonly start: LessonStart
  readonly channel: EventChannel<WireEvent>
  readonly times: WatchedTimes
  /** The slug of a lesson that is published. */
  readonly published: string | undefined
  /** Key of the version that was remembered when it was read. */
  readonly remembered: string | null
  readonly held: readonly Proof[] | undefined
}

/** Ends the events, with an `error` where the work broke, and then remembers what was read, and counts it. Never throws. */
async function seeThrough(
  settled: Promise<SettledSection[]>,
  begun: Begun,
  deps: PersonalizeDeps,
): Personalized['trace'] {
  const { channel } = begun
  try {
    const sections = await settled
    channel.close()
    const { request, start, times, published, held } = begun
    const lesson = { sections, start, whole: isWhole(request), held, times: times.read(), published }
    await storeGiven(sections, begun, deps).catch(logAs('reading-not-remembered', deps))
    return await countLesson(lesson, deps)
  } catch (error) {
    logAs('lesson-failed', deps)(error)
    channel.send({ event: 'error', data: buildStreamError(error) })
    channel.close()
    return undefined
  }
}

const isWhole = ({ sections }: PersonalizeRequest): boolean => sections === undefined

/** The proofs of what the reader has by the version that the request names; undefined when it names none. */
function findHeld(all: readonly PlannedSection[], { request, start }: Pick<Begun, 'request' | 'start'>): Begun['held'] {
  const { version, sections = [] } = request
  if (version === undefined) return undefined
  const others = version === start.key ? all.filter(({ task }) => !sections.includes(task.section.id)) : []
  return others.flatMap(({ stored }) => (stored?.state === 'ready' ? (stored.proof ?? []) : []))
}

interface KnownReader {
  readonly answers: Answers
  readonly profileKeys: ProfileKeys
  readonly take: Take
}

/** The reader and the lesson, or the 404 that says which of them is missing. */
async function getReading(
  { reader, lesson, full, spender }: Reading,
  request: PersonalizeRequest,
  { parseUnpublished }: PersonalizeDeps,
): Promise<{ reader: KnownReader; lesson: Lesson }> {
  if (!reader && full !== null)
    throw limitProblem('too-many-requests', spender.buckets.find(({ name }) => name === full)?.requests, spender)
  if (!reader) throw new Problem('user-not-found', `There is no user with the id "${request.userId}".`)
  const { answers, profile_keys: profileKeys, take } = reader
  if (!answers || !profileKeys)
    throw new Problem('preferences-not-found', 'This user has no profile yet. Send one to POST /api/onboarding.')
  return { reader: { answers, profileKeys, take }, lesson: lesson ?? (await getUnpublished(request, parseUnpublished)) }
}

function getUnpublished(request: PersonalizeRequest, parse: PersonalizeDeps['parseUnpublished']): Promise<Lesson> {
  if (request.originalContent === undefined)
    throw new Problem('lesson-not-found', `There is no published lesson "${request.slug}"${describeVersion(request)}.`)
  if (parse) return parse(request)
  throw new Problem(
    'content-not-published',
    'This text is not a published version of the lesson. Other text needs an integrator\'s key: "Authorization: Bearer …".',
  )
}

const describeVersion = ({ contentHash }: PersonalizeRequest): string =>
  contentHash === undefined ? '' : ` with the content hash "${contentHash}"`

/** Refuses the section ids, by the field that names them, that the lesson does not have. */
function checkSections(plan: readonly PlannedSection[], named: Readonly<Record<string, readonly string[]>>): void {
  const ids = plan.map(({ task }) => task.section.id)
  for (const [field, wanted] of Object.entries(named)) {
    const unknown = wanted.find((id) => !ids.includes(id))
    if (unknown !== undefined)
      throw wrongField(field, `there is no section "${unknown}"; this lesson has ${ids.join(', ')}.`)
  }
}

const selectSections = (plan: PlannedSection[], wanted: readonly string[] | undefined): PlannedSection[] =>
  wanted === undefined ? plan : plan.filter(({ task }) => wanted.includes(task.section.id))

async function buildStart(lesson: Lesson, { all, plan, recipe, model, answers }: BuildStart): Promise<LessonStart> {
  const { slug, title, language, content_hash } = lesson
  return {
    lesson: { slug, title, language },
    content_hash,
    key: await buildVersionKey(lesson, findRewriteKeys(all)),
    recipe,
    model,
    language: answers.preferred_language,
    sections: plan.map((planned) => ({
      id: planned.task.section.id,
      heading: planned.task.section.heading?.text ?? null,
      state: planned.state,
      ...describeReading(planned),
    })),
  }
}

interface BuildStart {
  readonly all: readonly PlannedSection[]
  readonly plan: readonly PlannedSection[]
  readonly recipe: string
  readonly model: LessonStart['model']
  readonly answers: Answers
}

/** Remembers what the learner was given, when the whole of a published lesson was asked for and that is not done yet. */
async function storeGiven(
  settled: readonly SettledSection[],
  { request, start, remembered }: Begun,
  { db }: PersonalizeDeps,
): Promise<void> {
  if (!isWhole(request) || (remembered === start.key && !settled.some(wasJudgedAgain))) return
  await storeGivenVersion(db, {
    userId: request.userId,
    slug: start.lesson.slug,
    contentHash: start.content_hash,
    versionKey: start.key,
    keys: findRewriteKeys(settled.map(({ planned }) => planned)),
    accepted: settled.flatMap(({ source, planned }) => (source === 'rewrite' ? planned.key : [])),
  })
}

/** Accepted by an older verifier, and now by today's. */
const wasJudgedAgain = ({ source, planned: { stored } }: SettledSection): boolean =>
  source === 'rewrite' && stored !== undefined && (stored.verifier_version ?? 0) < verifierVersion

const logAs =
  (event: string, { log }: PersonalizeDeps) =>
  (error: unknown): void =>
    log({ level: 'error', event, ...describeError(error) })
