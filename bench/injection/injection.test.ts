import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { parseLesson } from '../../lib/lesson/parse-lesson.ts'
import { verifyRewrite } from '../../lib/verify/verify-rewrite.ts'
import { planUncached } from '../../test/support/plan-task.ts'
import { demands } from './demands.ts'
import { places } from './places.ts'
import { fillSecurityPage } from './render-page.ts'
import { runAllAttempts, type Attempt } from './run-attempts.ts'
import { tellInUrdu } from './tell-in-urdu.ts'

let attempts: readonly Attempt[]
beforeAll(async () => {
  attempts = await runAllAttempts()
}, 300_000)

test('a model that obeys what is hidden in a lesson gains nothing with its reader, but plain prose', () => {
  const remaining = new Set(demands.filter(({ remains }) => remains).map(({ name }) => name))
  expect(attempts.filter(({ demand, reached }) => reached && !remaining.has(demand))).toEqual([])
})

test('what a model tells in Urdu that hears nothing is accepted, wherever words are hidden', async () => {
  for (const { name, hide } of places) {
    const { file, glossary = [] } = hide('یہ ایک جملہ ہے۔')
    const lesson = await parseLesson({ slug: 'a/lesson', file, language: 'en', glossary })
    for (const { task } of await planUncached(lesson, { preferred_language: 'ur' }))
      expect(verifyRewrite(tellInUrdu(task), task), name).toMatchObject({ accepted: true })
  }
})

test('what is rejected is rejected by a named rule', () => {
  expect(attempts.filter(({ obeyed, reached, reasons }) => obeyed && !reached && reasons.length === 0)).toEqual([])
})

test('of comments, titles of links, modules, definitions, footnotes and tag characters the model hears nothing', () => {
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

test("the guide's tables are those of these attempts", async () => {
  const page = await readFile('site/guide/security.md', 'utf8')
  expect(fillSecurityPage(page, attempts)).toBe(page)
})
