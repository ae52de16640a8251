import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { parseLesson } from '../../lib/lesson/parse-lesson.ts'
import { verifyRewrite } from '../../lib/verify/verify-rewrite.ts'
import { planUncached } from '../../test/support/plan-task.ts'
import { injections } from './injections.ts'
import { places } from './places.ts'
import { fillSecurityPage } from './render-page.ts'
import { runAllAttempts, type Attempt } from './run-attempts.ts'
import { rewriteInUrdu } from './rewrite-in-urdu.ts'

let attempts: readonly Attempt[]
beforeAll(async () => {
  attempts = await runAllAttempts()
}, 300_000)

test('no injection that a model obeys reaches a reader, but for those in plain prose', () => {
  const remaining = new Set(injections.filter(({ remains }) => remains).map(({ name }) => name))
  expect(attempts.filter(({ injection, reached }) => reached && !remaining.has(injection))).toEqual([])
})

test('a faithful Urdu rewrite is accepted, wherever words are hidden', async () => {
  for (const { name, hide } of places) {
    const { file, glossary = [] } = hide('یہ ایک جملہ ہے۔')
    const lesson = await parseLesson({ slug: 'a/lesson', file, language: 'en', glossary })
    for (const { task } of await planUncached(lesson, { preferred_language: 'ur' }))
      expect(verifyRewrite(rewriteInUrdu(task), task), name).toMatchObject({ accepted: true })
  }
})

test('every rejection names its rule', () => {
  expect(attempts.filter(({ obeyed, reached, reasons }) => obeyed && !reached && reasons.length === 0)).toEqual([])
})

test('comments, titles of links, modules, definitions, footnotes and tag characters are never sent to the model', () => {
  const unsent = new Set(attempts.filter(({ sent }) => !sent).map(({ place }) => place))
  expect([...unsent].toSorted()).toEqual([
    'comment',
    'definition',
    'footnote',
    'html-comment',
    'import',
    'link-title',
    'tags',
  ])
})

test("the guide's tables show these attempts", async () => {
  const page = await readFile('site/guide/security.md', 'utf8')
  expect(fillSecurityPage(page, attempts)).toBe(page)
})
