import { expect, test } from 'vitest'
import { buildRewriteKey } from '../../lib/contract/rewrite-key.ts'
import type { Variant } from '../../lib/contract/level-and-variant.ts'
import { aLearner } from '../support/a-learner.ts'
import { aLesson, testDatabase } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { modelCalls } from '../support/call.ts'
import { lessonFile } from '../support/lesson-file.ts'
import { readLesson } from '../support/read-lesson.ts'

test('a part of a lesson names the version of the whole', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const part = await readLesson(learner, { lesson_slug: lesson.slug, sections: ['torque'] })
  const whole = await readLesson(learner, { lesson_slug: lesson.slug })
  expect(part.lesson).toEqual(whole.lesson)
})

test('each level is a text of its own, and going back finds the old one', async () => {
  const model = aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const keys = new Map<string, string>()
  for (const level of ['as-is', 'simpler', 'deeper']) {
    const answer = await readLesson(learner, { lesson_slug: lesson.slug, sections: ['torque'], level })
    expect(answer.cached).toBe(false)
    keys.set(level, answer.lesson.key)
    const { messages } = (await modelCalls(model)).at(-1) ?? {}
    expect(JSON.stringify(messages)).toContain(`<dial>${level}</dial>`)
  }
  expect(new Set(keys.values()).size).toBe(3)
  const back = await readLesson(learner, { lesson_slug: lesson.slug, sections: ['torque'] })
  expect(back).toMatchObject({ cached: true, lesson: { key: keys.get('as-is') } })
})

test('a stored rewrite has the key of the parts by which it is found', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  await readLesson(learner, { lesson_slug: lesson.slug, choices: { torque: { level: 'simpler', variant: 1 } } })
  const rows = await testDatabase()
    .selectFrom('personalized_content_cache')
    .selectAll()
    .where('lesson_slug', '=', lesson.slug)
    .execute()
  expect(rows).toHaveLength(4)
  for (const { key, content_hash: sectionHash, preferences_hash: profileKey, recipe, level, variant } of rows) {
    const made = { scope: 'published', sectionHash, contextHash: lesson.context_hash, profileKey } as const
    expect(key).toBe(await buildRewriteKey({ ...made, recipe, level, variant: variant as Variant }))
  }
})

test('without content_hash the current version is rewritten, with it the version it names', async () => {
  aModel('echo')
  const [learner, old] = await Promise.all([aLearner(), aLesson()])
  const current = await aLesson({ slug: old.slug, file: lessonFile.replace('a turning force', 'a force that turns') })
  const hashOf = async (body: object): Promise<string> =>
    (await readLesson(learner, { lesson_slug: old.slug, ...body })).lesson.content_hash
  expect(await hashOf({})).toBe(current.content_hash)
  expect(await hashOf({ content_hash: old.content_hash })).toBe(old.content_hash)
})

test.each([
  ['as it is', lessonFile],
  ['with CRLF line endings', lessonFile.replaceAll('\n', '\r\n')],
  ['with a byte order mark', `\uFEFF${lessonFile}`],
  ['without its front matter', lessonFile.replace(/^---[\s\S]*?\n---\n/, '')],
  ['with blank lines around it', `${lessonFile.replace(/^---[\s\S]*?\n---\n/, '\n\n')}\n\n\n`],
])('original_content that is the published text %s is accepted from anyone', async (_case, original_content) => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const body = { lesson_slug: lesson.slug, original_content, content_hash: lesson.content_hash, sections: ['torque'] }
  const answer = await readLesson(learner, body)
  expect(answer.lesson.content_hash).toBe(lesson.content_hash)
  expect(answer.sections).toMatchObject([{ id: 'torque', source: 'rewrite' }])
})

test('a reading is remembered: which version, of which rewrites', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const answer = await readLesson(learner, { lesson_slug: lesson.slug })
  const rows = await testDatabase().selectFrom('learner_lessons').selectAll().where('user_id', '=', learner).execute()
  expect(rows).toMatchObject([
    { lesson_slug: lesson.slug, content_hash: lesson.content_hash, version_key: answer.lesson.key },
  ])
  expect(rows[0]?.keys).toHaveLength(3)
})

test('reading a part of a lesson is no reading of the lesson', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  await readLesson(learner, { lesson_slug: lesson.slug, sections: ['torque'] })
  const rows = await testDatabase().selectFrom('learner_lessons').selectAll().where('user_id', '=', learner).execute()
  expect(rows).toEqual([])
})
