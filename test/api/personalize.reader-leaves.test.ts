import { expect, test } from 'vitest'
import { aLearner } from '../support/a-learner.ts'
import { aLesson, testDatabase } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { modelCalls } from '../support/call.ts'
import { backgroundWork } from '../support/background-work.ts'
import { askForLesson, readLesson } from '../support/read-lesson.ts'

const rowsOf = (model: string) =>
  testDatabase().selectFrom('personalized_content_cache').select('state').where('recipe', 'like', `%${model}`).execute()

/** Reads events until one of this name has come, and leaves. */
async function leaveAfter(response: Response, event: string): Promise<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let read = ''
  while (reader && !read.includes(`event: ${event}\n`)) {
    const { done, value } = await reader.read()
    if (done) break
    read += value
  }
  await reader?.cancel()
  return read
}

test.each(['lesson-start', 'section-block', 'section-end'])(
  'a reader who leaves after the first %s leaves no work undone: all is written, verified and cached',
  async (event) => {
    const model = aModel('slow')
    const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
    const response = await askForLesson(learner, { lesson_slug: lesson.slug }, { accept: 'text/event-stream' })
    const read = await leaveAfter(response, event)
    expect(read).toContain(`event: ${event}`)
    expect(read).not.toContain('event: lesson-end')
    await backgroundWork()
    expect(await rowsOf(model)).toEqual(Array.from({ length: 4 }, () => ({ state: 'ready' })))
    expect(await readLesson(learner, { lesson_slug: lesson.slug })).toMatchObject({ cached: true })
    expect(await modelCalls(model)).toHaveLength(4)
  },
)

test('a reader who leaves is remembered as having been given the version', async () => {
  aModel('slow')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const response = await askForLesson(learner, { lesson_slug: lesson.slug }, { accept: 'text/event-stream' })
  await response.body?.cancel()
  await backgroundWork()
  const rows = await testDatabase()
    .selectFrom('learner_lessons')
    .select('lesson_slug')
    .where('user_id', '=', learner)
    .execute()
  expect(rows).toEqual([{ lesson_slug: lesson.slug }])
})

test('a reader who never reads holds nothing up', async () => {
  const model = aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const response = await askForLesson(learner, { lesson_slug: lesson.slug }, { accept: 'text/event-stream' })
  await backgroundWork()
  expect(await rowsOf(model)).toHaveLength(4)
  expect(await response.text()).toContain('event: lesson-end')
})
