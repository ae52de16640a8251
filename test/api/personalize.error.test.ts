import { expect, test } from 'vitest'
import personalize from '../../api/personalize.ts'
import createUser from '../../api/user/create.ts'
import { aKey } from '../support/a-key.ts'
import { aLearner } from '../support/a-learner.ts'
import { aLesson, testDatabase } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { call, modelCalls } from '../support/call.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { lessonFile } from '../support/lesson-file.ts'
import { takeLoggedErrors } from '../support/logged-errors.ts'
import { askForLesson } from '../support/read-lesson.ts'

test('POST /api/personalize answers 404 for a learner that does not exist, and for one before onboarding', async () => {
  const { slug: lesson_slug } = await aLesson()
  const user_id = crypto.randomUUID()
  const { message } = await expectProblem(await askForLesson(user_id, { lesson_slug }), 'user-not-found')
  expect(message).toContain(user_id)
  await call(createUser, 'POST /api/user/create', { body: { user_id } })
  await expectProblem(await askForLesson(user_id, { lesson_slug }), 'preferences-not-found')
})

test('POST /api/personalize answers 404 for a lesson that is not published, and names it', async () => {
  const { message } = await expectProblem(
    await askForLesson(await aLearner(), { lesson_slug: 'no/such-lesson' }),
    'lesson-not-found',
  )
  expect(message).toContain('"no/such-lesson"')
})

test('POST /api/personalize answers 404 for a version that is not published, and names it', async () => {
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const content_hash = 'b'.repeat(64)
  const response = await askForLesson(learner, { lesson_slug: lesson.slug, content_hash })
  const { message } = await expectProblem(response, 'lesson-not-found')
  expect(message).toContain(content_hash)
})

test('POST /api/personalize answers 400 without the header X-User-ID, and for one that is not a UUID', async () => {
  const model = aModel('echo')
  const body = { lesson_slug: 'a' }
  await expectProblem(await call(personalize, 'POST /api/personalize', { body }), 'missing-user-id')
  await expectProblem(await askForLesson('me', body), 'invalid-user-id')
  expect(await modelCalls(model)).toEqual([])
})

const aHash = 'a'.repeat(64)

test.each([
  ['lesson_slug', undefined, 'Missing; wanted string.'],
  ['lesson_slug', 7, 'Got 7; wanted string.'],
  ['lesson_slug', '', 'Wanted 1 to 300 characters'],
  ['lesson_slug', '   ', 'Wanted 1 to 300 characters'],
  ['lesson_slug', 'x'.repeat(301), 'Wanted 1 to 300 characters'],
  ['lesson_slug', 'a\u0000b', 'none of them a control or an invisible character'],
  ['original_content', 7, 'Got 7; wanted string.'],
  ['original_content', '', 'it is empty'],
  ['content_hash', aHash.slice(1), 'Wanted 64 hexadecimal digits'],
  ['content_hash', aHash.toUpperCase(), 'Wanted 64 hexadecimal digits'],
  ['content_hash', null, 'wanted string'],
  ['sections', 'torque', 'wanted Array'],
  ['sections', [], 'Wanted at least one section id.'],
  ['sections', Array.from({ length: 501 }, () => 'a'), 'Wanted at most 500 section ids.'],
  ['level', 'deepest', 'Got "deepest"; wanted "as-is" or "simpler" or "deeper".'],
  ['choices', [], 'Wanted an object whose names are section ids, at most 500.'],
  ['choices', 'torque', 'Wanted an object whose names are section ids'],
  ['choices', null, 'Wanted an object whose names are section ids'],
  ['choices', { '': {} }, 'Wanted an object whose names are section ids'],
  ['choices', Object.fromEntries(Array.from({ length: 501 }, (_, index) => [index, {}])), 'at most 500'],
  ['form', 'html', 'Got "html"; wanted "markdown" or "slots".'],
  ['model', 'gpt-5', 'Unknown field.'],
  ['variant', 1, 'Unknown field.'],
  ['user_id', crypto.randomUUID(), 'Unknown field.'],
])('POST /api/personalize refuses %s: %j, and says what is wanted', async (field, value, wanted) => {
  const learner = crypto.randomUUID()
  const problem = await expectProblem(
    await askForLesson(learner, { lesson_slug: 'a', [field]: value }),
    'invalid-request',
  )
  expect(problem.detail).toEqual({ fields: [{ field, message: expect.stringContaining(wanted) }] })
  expect(problem.message).toContain(`"${field}"`)
})

test('POST /api/personalize names the place of a wrong section id', async () => {
  const response = await askForLesson(crypto.randomUUID(), { lesson_slug: 'a', sections: ['a', 7] })
  const { detail } = await expectProblem(response, 'invalid-request')
  expect(detail).toEqual({ fields: [{ field: 'sections.1', message: 'Got 7; wanted string.' }] })
})

test.each([
  [{ torque: 'simpler' }, 'choices.torque', 'Got "simpler"; wanted Object.'],
  [{ torque: { level: 'deepest' } }, 'choices.torque.level', 'wanted "as-is" or "simpler" or "deeper".'],
  [{ torque: { variant: 3 } }, 'choices.torque.variant', 'Got 3; wanted 0 or 1 or 2.'],
  [{ torque: { variant: '1' } }, 'choices.torque.variant', 'Got "1"; wanted 0 or 1 or 2.'],
  [{ torque: { variant: null } }, 'choices.torque.variant', 'Got null; wanted 0 or 1 or 2.'],
  [{ torque: { text: 'be funny' } }, 'choices.torque.text', 'Unknown field.'],
  [{ constructor: { level: 'deepest' } }, 'choices.constructor.level', 'wanted "as-is"'],
])('POST /api/personalize refuses the choices %j, and says where', async (choices, field, wanted) => {
  const response = await askForLesson(crypto.randomUUID(), { lesson_slug: 'a', choices })
  const { detail } = await expectProblem(response, 'invalid-request')
  expect(detail).toEqual({ fields: [{ field, message: expect.stringContaining(wanted) }] })
})

test('a choice for a section that the lesson does not have is refused, and no model is asked', async () => {
  const model = aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const choices = { torque: { level: 'simpler' }, nowhere: { variant: 1 } }
  const response = await askForLesson(learner, { lesson_slug: lesson.slug, sections: ['torque'], choices })
  const { message } = await expectProblem(response, 'invalid-request')
  expect(message).toContain('"choices": there is no section "nowhere"')
  expect(message).toContain('for-you, _opening, torque, code, danger, figure')
  expect(await modelCalls(model)).toEqual([])
})

test('a slug of exactly 300 characters is looked for', async () => {
  const response = await askForLesson(await aLearner(), { lesson_slug: 'x'.repeat(300) })
  const { error } = await expectProblem(response, 'lesson-not-found')
  expect(error).toBe('lesson-not-found')
})

test('a section that the lesson does not have is refused with those that it has, and no model is asked', async () => {
  const model = aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const response = await askForLesson(learner, { lesson_slug: lesson.slug, sections: ['torque', 'nowhere'] })
  const { message } = await expectProblem(response, 'invalid-request')
  expect(message).toContain('"nowhere"')
  expect(message).toContain('for-you, _opening, torque, code, danger, figure')
  expect(await modelCalls(model)).toEqual([])
})

test('original_content that is not published is refused without a key', async () => {
  const model = aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const original_content = `${lessonFile}\n\nOne more sentence.`
  const response = await askForLesson(learner, { lesson_slug: lesson.slug, original_content })
  const { message } = await expectProblem(response, 'content-not-published')
  expect(message).toContain('Authorization')
  expect(await modelCalls(model)).toEqual([])
})

test('a content_hash that is not that of original_content is refused, with the hash that it has', async () => {
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const body = { lesson_slug: lesson.slug, original_content: lessonFile, content_hash: aHash }
  const { message } = await expectProblem(await askForLesson(learner, body), 'invalid-request')
  expect(message).toContain(`"content_hash": "original_content" has the hash "${lesson.content_hash}".`)
})

test('original_content whose front matter cannot be read is refused', async () => {
  const original_content = '---\ntitle: [unclosed\n---\n\nText.'
  const response = await askForLesson(await aLearner(), { lesson_slug: 'a', original_content })
  const { message } = await expectProblem(response, 'invalid-lesson')
  expect(message).toContain('"original_content"')
})

test('front matter of any length but a lesson’s is refused before it is read, whoever sends it', async () => {
  const names = Array.from({ length: 24_000 }, (_, index) => `k${index}: 1`)
  const original_content = `---\n${names.join('\n')}\n---\n\nText.`.slice(0, 250_000)
  const response = await askForLesson(await aLearner(), {
    lesson_slug: 'a',
    original_content: `${original_content}\n---\n\nText.`,
  })
  const { message } = await expectProblem(response, 'invalid-lesson')
  expect(message).toMatch(/front matter: it has \d+ characters, at most 8000 are read/)
})

test.each([
  ['templates in each other', `{${'`${'.repeat(150)}1${'}`'.repeat(150)}}`],
  ['a text full of ends of expressions', `{"${'}'.repeat(790)}"}`],
  ['a comment full of ends of expressions', `{/*${'}'.repeat(790)}*/}`],
  ['a module of blank lines', `export const a = \`${'\n\n'.repeat(390)}\``],
])('an integrator’s %s end with the work that expressions may take', async (_name, original_content) => {
  const [learner, { headers }] = await Promise.all([aLearner(), aKey()])
  const response = await askForLesson(learner, { lesson_slug: 'mine', original_content }, headers)
  const { message } = await expectProblem(response, 'invalid-lesson')
  expect(message).toContain('expressions are more than is read')
})

test('an integrator’s text with a syntax error is refused with its line and column', async () => {
  const original_content = '## One\n\nText <b>without an end.'
  const response = await askForLesson(
    await aLearner(),
    { lesson_slug: 'mine/broken', original_content },
    (await aKey()).headers,
  )
  const { message } = await expectProblem(response, 'invalid-lesson')
  expect(message).toMatch(/Cannot parse lesson "mine\/broken" at line 3/)
})

test('an integrator’s text that would keep the parser busy is refused unread, by its field and what is too much', async () => {
  const model = aModel('echo')
  const [learner, { headers }] = await Promise.all([aLearner(), aKey()])
  const original_content = `# Notes\n\n${'[^1]: '.repeat(10_000)}`
  const response = await askForLesson(learner, { lesson_slug: 'mine', original_content }, headers)
  const { message } = await expectProblem(response, 'invalid-lesson')
  expect(message).toBe('"original_content": line 3 opens more quotations, lists and footnotes at once than 24.')
  expect(await modelCalls(model)).toEqual([])
})

test('a stored lesson that cannot be read is an internal error, logged with the request’s id and without its content', async () => {
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  await testDatabase()
    .updateTable('lessons')
    .set({ sections: JSON.stringify([{ id: 'broken-canary' }]) })
    .where('slug', '=', lesson.slug)
    .execute()
  const problem = await expectProblem(await askForLesson(learner, { lesson_slug: lesson.slug }), 'internal-error')
  const logged = takeLoggedErrors()
  expect(logged).toMatchObject([{ level: 'error', event: 'internal-error', request_id: problem.request_id }])
  expect(JSON.stringify([problem, logged])).not.toContain('broken-canary')
})
