import { type LessonVersionAnswer, sumProofs } from '../../contract/index.ts'
import { findVersion, type LessonVersion } from '../../db/index.ts'
import { facetsOf } from '../../profile/index.ts'
import { forYouSection, maskSection, type Section } from '../../lesson/index.ts'
import { demoModel } from '../../llm/index.ts'
import { type Form, formHeading, formOriginal, formRewrite } from '../../rewrite/index.ts'
import { Problem, wrongField } from '../../errors/index.ts'
import { pathPart } from '../user-id.ts'
import type { DataServices } from './users.ts'

/** One year: a key's content never changes. */
const immutable = 'public, max-age=31536000, immutable'

/**
 * `GET /api/rewrites/{key}`: a finished lesson version, which browsers and the CDN may cache. Until it is complete 404,
 * or 204 for a caller that only guesses; neither is cached.
 */
export async function getVersion(request: Request, { db }: DataServices): Promise<Response> {
  const key = pathPart(request, -1)
  const form = readChoice(request, 'form', ['markdown', 'slots'])
  const missing = readChoice(request, 'missing', ['404', '204'])
  const version = /^[0-9a-f]{64}$/.test(key) ? await findVersion(db, key) : undefined
  if (!version && missing === '204')
    return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
  if (!version)
    throw new Problem('rewrite-not-found', `There is no finished lesson version with the key "${key.slice(0, 80)}".`)
  return Response.json(buildVersion(key, version, form), {
    headers: { 'cache-control': immutable, 'vercel-cdn-cache-control': immutable },
  })
}

/** Reads a query parameter with two values; the first one by default. */
function readChoice<const Value extends string>(
  request: Request,
  name: string,
  values: readonly [Value, Value],
): Value {
  const given = new URL(request.url).searchParams.get(name) ?? values[0]
  const value = values.find((one) => one === given)
  if (value !== undefined) return value
  const wanted = values.map((one) => `"${one}"`).join(' or ')
  throw wrongField(name, `Got "${given.slice(0, 40)}"; wanted ${wanted}.`)
}

function buildVersion(key: string, { lesson, rewrites }: LessonVersion, form: Form): LessonVersionAnswer {
  const [first] = rewrites
  return {
    lesson: { slug: lesson.slug, title: lesson.title, language: lesson.language },
    content_hash: lesson.content_hash,
    key,
    recipe: first.recipe,
    model: { name: first.proof.model, demo: first.proof.model === demoModel },
    language: first.proof.language,
    generated_at: new Date(Math.max(...rewrites.map(({ created_at }) => Date.parse(created_at)))).toISOString(),
    proof: sumProofs(rewrites.map(({ proof }) => proof)),
    sections: pairSections(
      lesson.sections.filter(({ id }) => id !== forYouSection),
      rewrites,
    ).map((pair) => buildSection(pair, form)),
  }
}

interface SectionPair {
  readonly section: Section
  readonly rewrite: LessonVersion['rewrites'][number] | undefined
}

/**
 * Pairs each section with its rewrite. Both are in reading order, so that sections with equal text each get their own.
 */
function pairSections(sections: readonly Section[], rewrites: readonly SectionPair['rewrite'][]): SectionPair[] {
  const left = [...rewrites]
  return sections.map((section) => ({
    section,
    rewrite: left[0]?.content_hash === section.hash ? left.shift() : undefined,
  }))
}

function buildSection({ section, rewrite }: SectionPair, form: Form): LessonVersionAnswer['sections'][number] {
  if (!rewrite)
    return {
      id: section.id,
      source: 'original',
      heading: section.heading?.text ?? null,
      markdown: formOriginal(section, maskSection(section, { translating: false }).text, form),
      proof: null,
      key: null,
      written_at: null,
      facets: facetsOf(section.facets),
      level: 'as-is',
      variant: 0,
    }
  return {
    id: section.id,
    source: 'rewrite',
    heading: formHeading(section, rewrite.heading, form) ?? section.heading?.text ?? null,
    markdown: formRewrite(section, rewrite.content, form),
    proof: rewrite.proof,
    key: rewrite.key,
    written_at: new Date(rewrite.created_at).toISOString(),
    facets: facetsOf(section.facets),
    level: rewrite.level,
    variant: rewrite.variant,
  }
}
