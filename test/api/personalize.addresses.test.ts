import { beforeEach, expect, test } from 'vitest'
import { aLearner } from '../support/a-learner.ts'
import { aLesson, aSlug } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { askForLesson, readLesson } from '../support/read-lesson.ts'

beforeEach(() => void aModel('echo'))

const slugOf = async (lesson_slug: string): Promise<string> =>
  (await readLesson(await aLearner(), { lesson_slug, sections: ['torque'] })).lesson.slug

test.each([
  (slug: string) => `/${slug}`,
  (slug: string) => `${slug}/`,
  (slug: string) => `/docs/${slug}`,
  (slug: string) => `docs/${slug}`,
  (slug: string) => `/lessons/${slug}/`,
  (slug: string) => `/lessons/${slug}.html`,
  (slug: string) => `/ur/lessons/${slug}`,
  (slug: string) => `/ur/docs/${slug.replaceAll('-', '%2D')}/`,
])('a lesson is found by the address of its page: %s', async (address) => {
  const { slug } = await aLesson()
  expect(await slugOf(address(slug))).toBe(slug)
})

test('a lesson is found below the path that the deployment names, and not below others', async () => {
  process.env['LESSON_PATHS'] = '/course, /project/docs'
  const { slug } = await aLesson()
  expect(await slugOf(`/course/${slug}`)).toBe(slug)
  expect(await slugOf(`/project/docs/${slug}`)).toBe(slug)
  const { message } = await expectProblem(
    await askForLesson(await aLearner(), { lesson_slug: `/docs/${slug}` }),
    'lesson-not-found',
  )
  expect(message).toContain(`"docs/${slug}"`)
})

test('where an address could mean two lessons, the one whose slug it is word for word is meant', async () => {
  const slug = aSlug()
  await Promise.all([aLesson({ slug }), aLesson({ slug: `docs/${slug}` })])
  expect(await slugOf(`docs/${slug}`)).toBe(`docs/${slug}`)
  expect(await slugOf(`/docs/docs/${slug}`)).toBe(`docs/${slug}`)
  expect(await slugOf(slug)).toBe(slug)
})

test('the address of a folder means its index', async () => {
  const folder = aSlug()
  await aLesson({ slug: `${folder}/index` })
  expect(await slugOf(`/docs/${folder}/`)).toBe(`${folder}/index`)
})

test.each(['/', '/docs', '/docs/%00', '/docs/%E0%A4%A', '/docs/..', '//', '/ur'])(
  'an address that means nothing is no lesson: %s',
  async (lesson_slug) => {
    await expectProblem(await askForLesson(await aLearner(), { lesson_slug }), 'lesson-not-found')
  },
)
