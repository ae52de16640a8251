import { expect, test } from 'vitest'
import { listSlugs } from './list-slugs.ts'

const lessonPaths = ['/docs', '/book/lessons']

test.each(['foundations/sensors', 'intro', 'درس/ایک', '50% done', 'lessons/intro', 'a.b/c.d'])(
  'a slug stands for itself alone: %s',
  (slug) => {
    expect(listSlugs(slug, lessonPaths)).toEqual([slug])
  },
)

test.each([
  ['/foundations/sensors'],
  ['foundations/sensors/'],
  ['//foundations//sensors'],
  ['/docs/foundations/sensors'],
  ['docs/foundations/sensors'],
  ['/docs/foundations/sensors/'],
  ['/docs/foundations/sensors.html'],
  ['/docs/foundations/sensors.mdx'],
  ['/ur/docs/foundations/sensors'],
  ['ur/docs/foundations/sensors'],
  ['/ur/foundations/sensors'],
  ['/book/lessons/foundations/sensors'],
  ['/ur/book/lessons/foundations/sensors'],
  ['/docs/foundations/%73ensors'],
])('the address %s may mean the lesson', (address) => {
  expect(listSlugs(address, lessonPaths)).toContain('foundations/sensors')
})

test('on a site whose lessons stand at its root, a slug stands for itself alone, too', () => {
  expect(listSlugs('foundations/sensors', ['/'])).toEqual(['foundations/sensors'])
  expect(listSlugs('/foundations/sensors', ['/'])).toContain('foundations/sensors')
})

test('a slug that begins as an address does is preferred to the lesson that the address would mean', () => {
  expect(listSlugs('docs/intro', lessonPaths).slice(0, 3)).toEqual(['docs/intro', 'docs/intro/index', 'intro'])
})

test.each(['/', '/docs', '/docs/', '/ur/docs'])('the address of the first page, %s, may mean its index', (address) => {
  expect(listSlugs(address, lessonPaths)).toContain('index')
})

test.each(['/guide/sensors', '/other/foundations/sensors', '/docsfoundations/sensors'])(
  'the address of another page, %s, means no lesson below the docs',
  (address) => {
    expect(listSlugs(address, lessonPaths)).not.toContain('sensors')
    expect(listSlugs(address, lessonPaths)).not.toContain('foundations/sensors')
  },
)

test.each(['/docs/a%00b', '/docs/a%E2%80%AEb', '/docs/%'])(
  'no slug has what cannot be seen or stored: %s',
  (address) => {
    for (const slug of listSlugs(address, lessonPaths)) expect(slug).toMatch(/^[^\0\u202e]+$/)
  },
)
