import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parseManifest } from '../../lib/db/parse-manifest.ts'
import type { Lesson, Section } from '../../lib/lesson/lesson.ts'
import { maskSection } from '../../lib/lesson/mask-section.ts'
import { sitePaths } from '../../local/build-site.ts'
import { startSite } from '../support/start-site.ts'
import { aLearnerReading, aReader, lessonDone, readProtectedParts, type Reader } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

async function readLessons(): Promise<readonly Lesson[]> {
  const text = await readFile(path.join(import.meta.dirname, '../..', sitePaths.manifest), 'utf8')
  return parseManifest(JSON.parse(text)).lessons
}

test('in every lesson the personalized page has every code block, formula, figure, anchor and link of the original', async () => {
  const lessons = await readLessons()
  expect(lessons.length).toBeGreaterThanOrEqual(12)
  const [plain, learner] = [await aReader(stage), await aLearnerReading(stage)]
  for (const { slug } of lessons) {
    await plain.page.goto(`/lessons/${slug}`)
    const original = await readProtectedParts(plain.page)
    await learner.page.goto(`/lessons/${slug}?view=personalized`)
    await lessonDone(learner.page)
    expect(await readProtectedParts(learner.page), slug).toEqual(original)
  }
  await plain.leave()
  await learner.leave()
})

test('what the verifier protects is what the built pages show: every anchor and every code block of the lessons', async () => {
  const { page, leave } = await aReader(stage)
  let blocks = 0
  for (const { slug, sections } of await readLessons()) {
    await page.goto(`/lessons/${slug}`)
    const { anchors, code } = await readProtectedParts(page)
    const wantedAnchors = sections.filter(({ heading }) => heading !== null).map(({ id }) => id)
    expect(
      wantedAnchors.filter((id) => !anchors.includes(id)),
      slug,
    ).toEqual([])
    const shown = new Set(code.map(withoutLineBreaks))
    const wantedCode = sections.flatMap(codeBlocks)
    blocks += wantedCode.length
    expect(
      wantedCode.filter((text) => !shown.has(withoutLineBreaks(text))),
      slug,
    ).toEqual([])
  }
  expect(blocks).toBeGreaterThan(14)
  await leave()
})

const withoutLineBreaks = (text: string): string => text.replace(/\n/g, '')

/** The contents of a section's fenced code, without the fences. */
const codeBlocks = (section: Section): string[] =>
  maskSection(section, { translating: true })
    .slots.filter(({ kind }) => kind === 'code')
    .map(({ content }) => content.split('\n').slice(1, -1).join('\n'))

test('the original page is complete without JavaScript', async () => {
  const [withScript, without] = [await aReader(stage), await aReader(stage, { javaScriptEnabled: false })]
  for (const { page } of [withScript, without]) await page.goto('/lessons/foundations/frames-and-kinematics')
  const headings = (reader: Reader) => reader.page.locator('article h2').allInnerTexts()
  const clean = (texts: string[]): string[] => texts.map((text) => text.replace(/\u200b/g, '').trim())
  expect(clean(await headings(without))).toEqual(clean(await headings(withScript)))
  expect(await without.page.locator('article pre code').count()).toBeGreaterThan(0)
  expect(await without.page.locator('article .katex').count()).toBeGreaterThan(0)
  await withScript.leave()
  await without.leave()
})
