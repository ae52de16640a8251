import { expect, test } from 'vitest'
import feedback from '../../api/feedback.ts'
import onboarding from '../../api/onboarding.ts'
import personalize from '../../api/personalize.ts'
import rewrite from '../../api/rewrites/[key].ts'
import user from '../../api/user/[user_id].ts'
import exportUser from '../../api/user/[user_id]/export.ts'
import createUser from '../../api/user/create.ts'
import preferences from '../../api/user/preferences.ts'
import { problemStatus } from '../../lib/errors/problem.ts'
import { aKey } from '../support/a-key.ts'
import { aLearner, someAnswers } from '../support/a-learner.ts'
import { aLesson } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { call } from '../support/call.ts'
import { naughtyStrings, polyglots, scriptTexts } from '../support/hostile-texts.ts'

const texts = [
  ...new Set([...naughtyStrings, ...scriptTexts, ...polyglots, '\u0000', '\ud800', '\u202e\u2066', '\u{e0041}']),
]

/** Every place in which a stranger's text can stand. */
const places: Readonly<Record<string, (text: string, known: { learner: string; slug: string }) => Promise<Response>>> =
  {
    'a new learner’s id': (user_id) => call(createUser, 'POST /api/user/create', { body: { user_id } }),
    'an id in a path': (text) => call(user, `GET /api/user/${quote(text)}`),
    'a path as it is': (text) => call(user, `GET /api/user/${text}`),
    'an id to erase': (text) => call(user, `DELETE /api/user/${quote(text)}`),
    'an id to export': (text) => call(exportUser, `GET /api/user/${quote(text)}/export`),
    'an answer': (text, { learner }) =>
      call(onboarding, 'POST /api/onboarding', { body: { user_id: learner, ...someAnswers, education_level: text } }),
    'a goal': (text, { learner }) =>
      call(onboarding, 'POST /api/onboarding', { body: { user_id: learner, ...someAnswers, learning_goals: [text] } }),
    'a field’s name': (text, { learner }) =>
      call(preferences, 'PUT /api/user/preferences', { body: { [text]: text }, headers: { 'x-user-id': learner } }),
    'a body': (text, { learner }) =>
      call(preferences, 'PUT /api/user/preferences', { body: text, headers: { 'x-user-id': learner } }),
    'a slug': (lesson_slug, { learner }) =>
      call(personalize, 'POST /api/personalize', { body: { lesson_slug }, headers: { 'x-user-id': learner } }),
    'a section’s id': (text, { learner, slug }) =>
      call(personalize, 'POST /api/personalize', {
        body: { lesson_slug: slug, sections: [text] },
        headers: { 'x-user-id': learner },
      }),
    'a choice': (text, { learner, slug }) =>
      call(personalize, 'POST /api/personalize', {
        body: { lesson_slug: slug, choices: { [text]: { level: text } } },
        headers: { 'x-user-id': learner },
      }),
    'a text that nobody published': (text, { learner, slug }) =>
      call(personalize, 'POST /api/personalize', {
        body: { lesson_slug: slug, original_content: text },
        headers: { 'x-user-id': learner },
      }),
    'a rating’s reason': (text, { learner }) =>
      call(feedback, 'POST /api/feedback', {
        body: { rewrite_key: '0'.repeat(64), rating: 'down', reason: text },
        headers: { 'x-user-id': learner },
      }),
    'a rating’s key': (rewrite_key, { learner }) =>
      call(feedback, 'POST /api/feedback', { body: { rewrite_key, rating: 'up' }, headers: { 'x-user-id': learner } }),
    'a version’s key': (text) => call(rewrite, `GET /api/rewrites/${quote(text)}`),
    'a query': (text) => call(rewrite, `GET /api/rewrites/${'0'.repeat(64)}?form=${quote(text)}`),
    'a header': (text, { learner }) =>
      call(preferences, 'GET /api/user/preferences', { headers: { 'x-user-id': asHeader(text, learner) } }),
    'a key': (text, { learner }) =>
      call(personalize, 'POST /api/personalize', {
        body: { lesson_slug: 'a' },
        headers: { 'x-user-id': learner, authorization: `Bearer ${asHeader(text, 'x')}` },
      }),
  }

const quote = (text: string): string => encodeURIComponent(text.toWellFormed())

/** What of a text a header can carry. */
const asHeader = (text: string, other: string): string => text.replaceAll(/[^ -~]/g, '').trim() || other

/** An answer that says in the one shape of all errors what was wrong with the request, or grants it. */
async function expectAnswer(response: Response, what: string): Promise<void> {
  expect(response.status, what).toBeLessThan(500)
  expect(response.headers.get('content-type'), what).toContain('application/json')
  const answer = (await response.json()) as Readonly<Record<string, unknown>>
  if (response.ok) return
  expect(Object.keys(problemStatus), what).toContain(answer['error'])
  expect(problemStatus[answer['error'] as keyof typeof problemStatus], what).toBe(response.status)
  expect(answer['message'], what).toBeTypeOf('string')
}

/** These ask for a whole reading each time, and compare the text with what was found: a part of the texts is enough. */
const costly = new Set(['a section’s id', 'a text that nobody published'])

test.each(Object.entries(places))(
  'no naughty string as %s breaks anything: each is answered as JSON, none with 5xx',
  async (place, send) => {
    const known = { learner: await aLearner(), slug: (await aLesson()).slug }
    for (const text of costly.has(place) ? everyNth(texts, 5) : texts)
      await expectAnswer(await send(text, known), `${place}: ${JSON.stringify(text)}`)
  },
)

const everyNth = (all: readonly string[], nth: number): string[] => all.filter((_text, index) => index % nth === 0)

test('no naughty string in an integrator’s text or its slug breaks anything, be it refused or rewritten', async () => {
  aModel('echo')
  const [learner, { headers }] = await Promise.all([aLearner(), aKey()])
  const statuses = new Set<number>()
  for (const text of everyNth(texts, 5)) {
    const response = await call(personalize, 'POST /api/personalize', {
      body: {
        lesson_slug: `mine/${text}`,
        original_content: `# A title\n\n${prose}\n\n## ${text}\n\n${prose}\n\n${text}`,
      },
      headers: { 'x-user-id': learner, ...headers },
    })
    statuses.add(response.status)
    await expectAnswer(response, JSON.stringify(text))
  }
  expect(statuses).toContain(200)
})

const prose = 'The motor of a robot turns until the joint has reached the angle that it was told to reach.'
