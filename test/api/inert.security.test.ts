import { expect, test } from 'vitest'
import rewrites from '../../api/rewrites/[key].ts'
import { aLearner } from '../support/a-learner.ts'
import { aLesson, testDatabase } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { call } from '../support/call.ts'
import { readTexts } from '../support/follow-lesson.ts'
import { lessonFile } from '../support/lesson-file.ts'
import { readLesson, streamLesson } from '../support/read-lesson.ts'
import { readAsHtml, readAsMarkdown, readAsMdx } from '../support/what-acts.ts'

const authors = readAsMdx(lessonFile)

/** What acts in a text that does not in the author's: the scripted model's `img`, `svg`, expressions and modules. */
function expectInert(text: string, what: string): void {
  expect([...readAsHtml(text)], what).toEqual([])
  expect([...readAsMarkdown(text)].join(' '), what).not.toMatch(/onerror|onload|<svg/i)
  expect(
    [...readAsMdx(text)].filter((found) => !authors.has(found)),
    what,
  ).toEqual([])
}

test.each(['markdown', 'slots'])(
  'every text of a model’s leaves without effect, first written and then cached: %s',
  async (form) => {
    const model = aModel('acts')
    const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
    const texts = readTexts(await streamLesson(learner, { lesson_slug: lesson.slug, form }))
    const shown = Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== undefined)
    expect(shown.map(([section]) => section).toSorted()).toEqual(['_opening', 'code', 'for-you', 'torque'])
    for (const [section, text] of shown) expectInert(text, section)

    const answer = await readLesson(learner, { lesson_slug: lesson.slug, form })
    expect(answer.cached).toBe(true)
    expectInert(answer.personalized_content, 'the whole answer')
    for (const { id, markdown } of answer.sections) expectInert(markdown, id)

    const version = await call(rewrites, `GET /api/rewrites/${answer.lesson.key}?form=${form}`)
    const { sections } = (await version.json()) as { readonly sections: readonly { id: string; markdown: string }[] }
    for (const { id, markdown } of sections) expectInert(markdown, `${id} by its key`)

    const stored = await testDatabase()
      .selectFrom('personalized_content_cache')
      .select('content')
      .where('recipe', 'like', `%${model}`)
      .execute()
    expect(stored.map(({ content }) => content).join('\n')).toContain('<img/src=x')
  },
)
