import { findReading, type Reading, reporting, storeGivenVersion } from '../db/index.ts'
import {
  buildVersionKey,
  type LessonStart,
  type Proof,
  type RewriteScope,
  type Variant,
  verifierVersion,
  type WireEvent,
} from '../contract/index.ts'
import { describeError, Problem, wrongField } from '../errors/index.ts'
import { countLesson } from './count-lesson.ts'
import { watchTimes, type WatchedTimes } from './watch-times.ts'
import { limitProblem } from '../quota/index.ts'
import type { Answers, ProfileKeys } from '../profile/index.ts'
import type { Lesson } from '../lesson/index.ts'
import { buildStreamError } from './build-stream-error.ts'
import { createEventChannel, type EventChannel } from './event-channel.ts'
import { describeReading, findRewriteKeys, planLesson, type SectionPlan } from './plan-lesson.ts'
import { refuseOriginalsOnly } from './refuse-originals-only.ts'
import { buildRecipe } from '../prompt/index.ts'
import type { PersonalizeRequest } from './personalize-request.ts'
import type { SectionResult } from './section-result.ts'
import type { RewriteServices } from './services.ts'
import { writeLesson } from './write-lesson.ts'

/**
 * How long after its start a request may wait for other writers, and call models, in milliseconds. The platform ends it
 * at 300 s, so that after waiting there is time to write, and after writing time to store.
 */
const waitMillisecondsMax = 200_000
const workMillisecondsMax = 285_000

/** A lesson being personalized: its start, its events as they happen, and the result of every section. */
export interface Personalized {
  readonly start: LessonStart
  readonly lesson: Lesson
  readonly events: AsyncIterable<WireEvent>
  readonly results: Promise<SectionResult[]>
  /** Facts for the log, once all is done; undefined if the work failed. Never rejects. */
  readonly trace: Promise<Readonly<Record<string, unknown>> | undefined>
}

/**
 * Personalizes a lesson. The work runs under `waitUntil`, independent of the reader: work in progress is finished,
 * verified and cached even if the reader leaves.
 */
export async function personalize(request: PersonalizeRequest, services: RewriteServices): Promise<Personalized> {
  const began = services.now()
  const channel = createEventChannel<WireEvent>()
  const times = watchTimes(channel.send, services.now)
  const recipe = buildRecipe(services.writer.model.name)
  const remember = isWhole(request) || request.version !== undefined
  const reading = await reporting(services.insights, (observations) =>
    findReading(services.db, { ...request, recipe, remember, observations }),
  )
  const { lesson, reader } = await getReading(reading, request)
  const scope = scopeOf(reading, request)
  const { level, choices } = request
  const all = await planLesson(lesson, { ...reader, scope, recipe, level, choices }, reading.rewrites)
  checkSections(all, { sections: request.sections ?? [], choices: [...choices.keys()] })
  const plan = selectSections(all, request.sections)
  refuseOriginalsOnly(plan, reading)
  const start = await buildStart(lesson, { all, plan, recipe, model: services.writer.model, ...reader })

  channel.send({ event: 'lesson-start', data: start })
  const run = {
    lessonSlug: lesson.slug,
    recipe,
    form: request.form,
    subject: reading.subject,
    waitDeadline: began + waitMillisecondsMax,
    workDeadline: began + workMillisecondsMax,
    send: times.send,
  }
  const results = writeLesson(plan, run, { ...services, db: services.urgentDb })
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
  const trace = seeThrough(results, begun, services)
  services.waitUntil(trace)
  return { start, lesson, events: channel.items, results, trace }
}

/** Unpublished text belongs to the key it was sent with, and so do its rewrites. */
function scopeOf({ lesson }: Reading, { subject }: PersonalizeRequest): RewriteScope {
  if (lesson) return 'published'
  if (!subject.key) throw new Error('The lesson is not published, and no key was sent')
  return `integrator:${subject.key.id}`
}

interface Begun {
  readonly request: PersonalizeRequest
  readonly start: LessonStart
  readonly channel: EventChannel<WireEvent>
  readonly times: WatchedTimes
  /** The slug if the lesson is published. */
  readonly published: string | undefined
  /** Key of the version that was recorded when the lesson was read. */
  readonly remembered: string | null
  readonly held: readonly Proof[] | undefined
}

/** Ends the events, with an `error` if the work failed, then records and counts what was read. Never throws. */
async function seeThrough(
  results: Promise<SectionResult[]>,
  begun: Begun,
  services: RewriteServices,
): Personalized['trace'] {
  const { channel } = begun
  try {
    const sections = await results
    channel.close()
    const { request, start, times, published, held } = begun
    const lesson = { sections, start, whole: isWhole(request), held, times: times.read(), published }
    await storeGiven(sections, begun, services).catch(logAs('reading-not-remembered', services))
    return await countLesson(lesson, services)
  } catch (error) {
    logAs('lesson-failed', services)(error)
    channel.send({ event: 'error', data: buildStreamError(error) })
    channel.close()
    return undefined
  }
}

const isWhole = ({ sections }: PersonalizeRequest): boolean => sections === undefined

/** Proofs of the version that the request says the reader has; undefined if it names none. */
function findHeld(all: readonly SectionPlan[], { request, start }: Pick<Begun, 'request' | 'start'>): Begun['held'] {
  const { version, sections = [] } = request
  if (version === undefined) return undefined
  const others = version === start.key ? all.filter(({ task }) => !sections.includes(task.section.id)) : []
  return others.flatMap(({ stored }) => (stored?.state === 'ready' ? (stored.proof ?? []) : []))
}

interface KnownReader {
  readonly answers: Answers
  readonly profileKeys: ProfileKeys
  readonly variant: Variant
}

/** Reads the reader and the lesson; throws the 404 that says which is missing. */
async function getReading(
  { reader, lesson, full, subject }: Reading,
  request: PersonalizeRequest,
): Promise<{ reader: KnownReader; lesson: Lesson }> {
  if (!reader && full !== null)
    throw limitProblem('too-many-requests', subject.buckets.find(({ name }) => name === full)?.requests, subject)
  if (!reader) throw new Problem('user-not-found', `There is no user with the id "${request.userId}".`)
  const { answers, profile_keys: profileKeys, variant } = reader
  if (!answers || !profileKeys)
    throw new Problem('preferences-not-found', 'This user has no profile yet. Send one to POST /api/onboarding.')
  return { reader: { answers, profileKeys, variant }, lesson: lesson ?? (await getUnpublished(request)) }
}

function getUnpublished(request: PersonalizeRequest): Promise<Lesson> {
  if (request.originalContent === undefined)
    throw new Problem('lesson-not-found', `There is no published lesson "${request.slug}"${describeVersion(request)}.`)
  if (request.parseOriginal) return request.parseOriginal()
  throw new Problem(
    'content-not-published',
    'This text is not a published version of the lesson. Other text needs an integrator\'s key: "Authorization: Bearer …".',
  )
}

const describeVersion = ({ contentHash }: PersonalizeRequest): string =>
  contentHash === undefined ? '' : ` with the content hash "${contentHash}"`

/** Throws for section ids that the lesson does not have, by the request's field. */
function checkSections(plan: readonly SectionPlan[], named: Readonly<Record<string, readonly string[]>>): void {
  const ids = plan.map(({ task }) => task.section.id)
  for (const [field, wanted] of Object.entries(named)) {
    const unknown = wanted.find((id) => !ids.includes(id))
    if (unknown !== undefined)
      throw wrongField(field, `there is no section "${unknown}"; this lesson has ${ids.join(', ')}.`)
  }
}

const selectSections = (plan: SectionPlan[], wanted: readonly string[] | undefined): SectionPlan[] =>
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
  readonly all: readonly SectionPlan[]
  readonly plan: readonly SectionPlan[]
  readonly recipe: string
  readonly model: LessonStart['model']
  readonly answers: Answers
}

/**
 * Records the version that the learner was given, if a whole published lesson was requested and it is not recorded yet.
 */
async function storeGiven(
  results: readonly SectionResult[],
  { request, start, remembered }: Begun,
  { db }: RewriteServices,
): Promise<void> {
  if (!isWhole(request) || (remembered === start.key && !results.some(wasJudgedAgain))) return
  await storeGivenVersion(db, {
    userId: request.userId,
    slug: start.lesson.slug,
    contentHash: start.content_hash,
    versionKey: start.key,
    keys: findRewriteKeys(results.map(({ planned }) => planned)),
    accepted: results.flatMap(({ source, planned }) => (source === 'rewrite' ? planned.key : [])),
  })
}

/** True if an older verifier accepted it, and now the current one did. */
const wasJudgedAgain = ({ source, planned: { stored } }: SectionResult): boolean =>
  source === 'rewrite' && stored !== undefined && (stored.verifier_version ?? 0) < verifierVersion

const logAs =
  (event: string, { log }: RewriteServices) =>
  (error: unknown): void =>
    log({ level: 'error', event, ...describeError(error) })
