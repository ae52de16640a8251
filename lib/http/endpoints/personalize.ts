import { type LessonAnswer, lessonRequestSchema, listSlugs, type OriginalReason } from '../../contract/index.ts'
import { findPublishedSlug } from '../../db/index.ts'
import { buildNoteSection, findCostly, type Lesson, normaliseSource, parseLesson } from '../../lesson/index.ts'
import { hashText, visibleName } from '../../text/index.ts'
import { personalize, type RewriteServices, type PersonalizeRequest, type SectionResult } from '../../rewrite/index.ts'
import {
  budgetReservedProblem,
  identifySubject,
  limitProblem,
  type QuotaServices,
  type QuotaSubject,
} from '../../quota/index.ts'
import { answer } from '../answer.ts'
import type { RequestContext } from '../request-context.ts'
import { readKey } from '../integrator-key.ts'
import { eventStreamResponse } from '../event-stream.ts'
import { Problem, wrongField } from '../../errors/index.ts'
import { parseInput } from '../parse-input.ts'
import { lessonBodyBytesMax, readJson } from '../read-json.ts'
import { userIdFromHeader } from '../user-id.ts'
import { buildLessonAnswer } from './lesson-answer.ts'

export interface PersonalizeServices extends RewriteServices, QuotaServices {
  /** Paths of the site's lessons, before their slugs. */
  readonly lessonPaths: readonly string[]
}

/** `POST /api/personalize`: a lesson rewritten for this learner, as JSON or, on request, as a stream of events. */
export async function postPersonalize(
  request: Request,
  services: PersonalizeServices,
  context: RequestContext,
): Promise<Response> {
  const userId = userIdFromHeader(request)
  const key = await readKey(request, 'personalize')
  const subject = await identifySubject(request, { userId, key }, services)
  const asked = await parseRequest(userId, await readJson(request, lessonBodyBytesMax))
  const slug = await findSlug(asked.slug, services)
  const parseOriginal = key && (() => parseUnpublished(slug, asked.originalContent))
  const wanted = { ...asked, slug, subject, parseOriginal }
  const personalized = await personalize(wanted, services)
  context.trace(key ? personalized.trace.then((facts) => facts && { key: key.id, ...facts }) : personalized.trace)
  if (wantsEvents(request)) return eventStreamResponse(personalized.events, services.every)
  refuseForLackOfTokens(await personalized.results, subject)
  const lesson = await buildLessonAnswer(personalized, { form: wanted.form, now: services.now })
  return context.timing.serialise(() => answer<LessonAnswer>(lesson))
}

/** The slug of the requested lesson, named by its slug or its page's address; only an address needs a lookup. */
async function findSlug(text: string, { db, lessonPaths }: PersonalizeServices): Promise<string> {
  const [first = text, ...others] = listSlugs(text, lessonPaths)
  return others.length === 0 ? first : ((await findPublishedSlug(db, [first, ...others])) ?? first)
}

/** Throws `budget-reached` or `budget-reserved` if every section is the original and the budget is a reason. */
function refuseForLackOfTokens(sections: readonly SectionResult[], subject: QuotaSubject): void {
  const has = (wanted: OriginalReason): boolean => sections.some(({ reason }) => reason === wanted)
  if (sections.some(({ source }) => source === 'rewrite')) return
  if (has('budget-reserved')) throw budgetReservedProblem()
  if (has('budget-reached')) throw limitProblem('budget-reached', undefined, subject)
}

const wantsEvents = (request: Request): boolean => /\btext\/event-stream\b/i.test(request.headers.get('accept') ?? '')

async function parseRequest(userId: string, body: unknown): Promise<Omit<PersonalizeRequest, 'subject'>> {
  const input = parseInput(lessonRequestSchema, body)
  const {
    lesson_slug: slug,
    original_content: originalContent,
    content_hash: contentHash,
    sections,
    version,
    level,
    choices = new Map(),
    form,
  } = input
  const sentHash = originalContent === undefined ? contentHash : await hashText(readSource(originalContent))
  if (contentHash !== undefined && contentHash !== sentHash)
    throw wrongField('content_hash', `"original_content" has the hash "${sentHash}".`)
  return { userId, slug, contentHash: sentHash, originalContent, sections, version, level, choices, form }
}

function readSource(originalContent: string): string {
  try {
    return normaliseSource(originalContent).source
  } catch (error) {
    throw invalidLesson(error)
  }
}

/** Limit of work for the expressions of a text: twice what a text of the largest size needs. */
const expressionWorkMax = 3_000_000

async function parseUnpublished(slug: string, originalContent = ''): Promise<Lesson> {
  const costly = findCostly(originalContent)
  if (costly !== undefined) throw invalidLesson(new Error(costly))
  try {
    const lesson = await parseLesson({ slug, file: originalContent, language: 'en', expressionWorkMax })
    refuseHidden(lesson)
    return { ...lesson, sections: [await buildNoteSection(lesson), ...lesson.sections] }
  } catch (error) {
    throw invalidLesson(error)
  }
}

/** Section ids are stored with rewrites, and logged. */
function refuseHidden({ sections }: Lesson): void {
  if (!sections.every(({ id }) => visibleName.test(id)))
    throw new Error('the id of a heading has a control or an invisible character; give it another, {#like-this}.')
}

const invalidLesson = (error: unknown): Problem =>
  new Problem('invalid-lesson', `"original_content": ${error instanceof Error ? error.message : 'not readable.'}`)
