import feedback from '../../api/feedback.ts'
import health from '../../api/health.ts'
import onboarding from '../../api/onboarding.ts'
import operatorTask from '../../api/operator/[task].ts'
import personalize from '../../api/personalize.ts'
import forgetVersions from '../../api/personalize/cache.ts'
import rewrite from '../../api/rewrites/[key].ts'
import user from '../../api/user/[user_id].ts'
import exportUser from '../../api/user/[user_id]/export.ts'
import createUser from '../../api/user/create.ts'
import preferences from '../../api/user/preferences.ts'
import transfer from '../../api/user/transfer.ts'
import { bodyBytesMax, lessonBodyBytesMax } from '../../lib/http/index.ts'
import type { EdgeFunction } from '../../local/load-functions.ts'
import type { Services } from './start-services.ts'
import { worstBodies } from './worst-bodies.ts'

/** An expensive request, by its description. */
export interface WorstRequest {
  readonly call: string
  readonly what: string
  readonly send: () => Response | Promise<Response>
}

type Known = Pick<Services, 'learner' | 'slug' | 'key'>

/** Longest request line, in characters: Node reads 16 KB of headers, platforms less. */
const longest = 15_000

interface BodyCall {
  readonly call: string
  readonly edgeFunction: EdgeFunction
  readonly bytes: number
  readonly fields: readonly string[]
}

const goals = ['user_id', 'learning_goals', 'education_level']
const lessonFields = ['lesson_slug', 'sections', 'choices', 'content_hash', 'original_content']
const bodyCalls: readonly BodyCall[] = [
  { call: 'POST /api/user/create', edgeFunction: createUser, bytes: bodyBytesMax, fields: ['user_id'] },
  { call: 'POST /api/onboarding', edgeFunction: onboarding, bytes: bodyBytesMax, fields: goals },
  { call: 'PUT /api/user/preferences', edgeFunction: preferences, bytes: bodyBytesMax, fields: goals },
  { call: 'PUT /api/user/transfer', edgeFunction: transfer, bytes: bodyBytesMax, fields: ['code'] },
  { call: 'POST /api/feedback', edgeFunction: feedback, bytes: bodyBytesMax, fields: ['rewrite_key', 'reason'] },
  { call: 'DELETE /api/feedback', edgeFunction: feedback, bytes: bodyBytesMax, fields: ['rewrite_key'] },
  { call: 'POST /api/personalize', edgeFunction: personalize, bytes: lessonBodyBytesMax, fields: lessonFields },
]

const otherCalls: readonly { readonly call: string; readonly edgeFunction: EdgeFunction }[] = [
  { call: 'GET /api/user/{}', edgeFunction: user },
  { call: 'DELETE /api/user/{}', edgeFunction: user },
  { call: 'GET /api/user/{}/export', edgeFunction: exportUser },
  { call: 'GET /api/rewrites/{}', edgeFunction: rewrite },
  { call: 'GET /api/rewrites/a?form={}', edgeFunction: rewrite },
  { call: 'GET /api/operator/{}', edgeFunction: operatorTask },
  { call: 'GET /api/operator/insights?days={}', edgeFunction: operatorTask },
  { call: 'GET /api/health?{}', edgeFunction: health },
]

const longTexts: Readonly<Record<string, string>> = {
  'a long text in its path': 'a'.repeat(longest),
  'escapes in its path': '%61'.repeat(longest / 3),
  'broken escapes in its path': '%'.repeat(longest),
  'slashes in its path': '/'.repeat(longest),
  'dots in its path': '../'.repeat(longest / 3),
  'parts of a query': '&a=1'.repeat(longest / 4),
}

const headerCalls: readonly { readonly call: string; readonly edgeFunction: EdgeFunction }[] = [
  { call: 'GET /api/user/preferences', edgeFunction: preferences },
  { call: 'POST /api/user/transfer', edgeFunction: transfer },
  { call: 'DELETE /api/personalize/cache', edgeFunction: forgetVersions },
  { call: 'POST /api/personalize', edgeFunction: personalize },
  { call: 'GET /api/operator/sweep', edgeFunction: operatorTask },
]

const longHeaders: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a long id': { 'x-user-id': 'a'.repeat(longest) },
  'a long key': { authorization: `Bearer ${'a'.repeat(longest)}` },
  'a key of spaces': { authorization: `Bearer${' '.repeat(longest)}a` },
  'a long type': { 'content-type': `application/json${' '.repeat(longest)}x` },
  'types that are accepted': { accept: 'text/event-strea,'.repeat(longest / 17) },
  'a list of addresses': { 'x-forwarded-for': '1::1,'.repeat(longest / 5) },
  'an address of colons': { 'x-real-ip': ':'.repeat(longest) },
  'an origin': { origin: `https://${'a.'.repeat(longest / 2)}` },
}

/** Each endpoint with each of them. */
export function listWorstRequests(known: Known): readonly WorstRequest[] {
  return [
    ...bodyCalls.flatMap(({ call, edgeFunction, bytes, fields }) =>
      Object.entries(worstBodies).flatMap(([what, write]) => [
        { call, what, send: () => send(edgeFunction, { call, headers: headersOf(known), body: write(bytes) }) },
        ...fields.map((field) => ({
          call,
          what: `${what} as ${field}`,
          send: () => send(edgeFunction, { call, headers: headersOf(known), body: withField(field, write, bytes) }),
        })),
      ]),
    ),
    ...otherCalls.flatMap(({ call, edgeFunction }) =>
      Object.entries(longTexts).map(([what, text]) => ({
        call,
        what,
        send: () => send(edgeFunction, { call: call.replace('{}', text), headers: headersOf(known) }),
      })),
    ),
    ...headerCalls.flatMap(({ call, edgeFunction }) =>
      Object.entries(longHeaders).map(([what, headers]) => ({
        call,
        what,
        send: () => send(edgeFunction, { call, headers: { ...headersOf(known), ...headers } }),
      })),
    ),
    ...listLessonRequests(known),
  ]
}

/** What may be asked of a lesson that is there, as much of it as may be. */
function listLessonRequests(known: Known): WorstRequest[] {
  const call = 'POST /api/personalize'
  const ask = (what: string, fields: Readonly<Record<string, unknown>>): WorstRequest => {
    const body = JSON.stringify({ lesson_slug: known.slug, ...fields })
    return { call, what, send: () => send(personalize, { call, headers: headersOf(known), body }) }
  }
  const ids = Array.from({ length: 500 }, (_, index) => `${index} ${'a'.repeat(400)}`)
  return [
    ask('a whole lesson', {}),
    ask('five hundred sections', { sections: ids }),
    ask('five hundred choices', {
      choices: Object.fromEntries(ids.map((id) => [id, { level: 'deeper', variant: 1 }])),
    }),
    ask('a text of 250,000 characters', { original_content: 'A motor turns. '.repeat(16_000) }),
    ask('24,000 names in its front matter', { original_content: `---\n${'a: 1\n'.repeat(24_000)}---\n` }),
    ask('front matter that never ends', { original_content: `---\n${'--- \n'.repeat(24_000)}` }),
    ask('blank lines', { original_content: '\n'.repeat(120_000) }),
    ask('lines of spaces', { original_content: '     \n'.repeat(30_000) }),
  ]
}

const headersOf = ({ learner }: Known): Record<string, string> => ({ 'x-user-id': learner })

const withField = (field: string, write: (bytes: number) => string, bytes: number): string =>
  `{"${field}":${write(bytes - field.length - 40)}}`

interface Sent {
  readonly call: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** Calls a function as the platform would. */
export function send(edgeFunction: EdgeFunction, { call, headers, body }: Sent): Response | Promise<Response> {
  const [method = 'GET', target = '/'] = call.split(' ')
  return edgeFunction(
    new Request(`https://palimpsest.test${target}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body }),
    }),
  )
}
