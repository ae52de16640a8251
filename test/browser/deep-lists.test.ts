import { expect, test } from 'vitest'
import { answerWith } from '../support/scripted-answers.ts'
import { scriptLesson } from '../support/scripted-lesson.ts'
import { readSiteLessons } from '../support/site-lessons.ts'
import { startSite } from '../support/start-site.ts'
import { aKnownReader, firstLesson, lessonDone, newcomer } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)
const levels = 20

/** A list, and quotations, as deep as that. */
const rewritten = [
  Array.from({ length: levels }, (_, level) => `${'  '.repeat(level)}- A level of the list.`).join('\n'),
  `${'> '.repeat(levels)}A quotation of quotations.`,
].join('\n\n')

const asHtml =
  '<ul><li>A level of the list.'.repeat(levels) +
  '</li></ul>'.repeat(levels) +
  `${'<blockquote>'.repeat(levels)}<p>A quotation of quotations.</p>${'</blockquote>'.repeat(levels)}`

test.each([
  { language: 'en', lessonPath: firstLesson },
  { language: 'ur', lessonPath: `/ur${firstLesson}` },
] as const)(
  'no list or quotation widens a phone’s page, however deep it stands: $language',
  async ({ language, lessonPath }) => {
    const lesson = (await readSiteLessons()).find(({ slug }) => firstLesson.endsWith(slug))
    if (!lesson) throw new Error('The site has no first lesson')
    const sections = new Map(lesson.sections.map(({ id }) => [id, { markdown: rewritten }]))
    const { page, leave } = await aKnownReader(stage, { answers: newcomer, viewport: { width: 390, height: 844 } })
    await answerWith(page, scriptLesson(lesson, { version: { language, sections } }))
    const widest = (): Promise<number> =>
      page.evaluate(() => {
        const boxes = [...document.querySelectorAll('main :is(li, blockquote p)')].map((text) =>
          text.getBoundingClientRect(),
        )
        return Math.max(
          document.documentElement.scrollWidth,
          ...boxes.flatMap(({ left, right }) => [right, innerWidth - left]),
        )
      })
    const isThere = page.locator(`main ${'li '.repeat(levels)}`).first()

    await page.goto(`${lessonPath}?view=personalized`)
    await lessonDone(page)
    await isThere.waitFor()
    expect(await widest()).toBeLessThanOrEqual(390)

    await page.goto(`${lessonPath}?view=original`)
    await page
      .locator('main .markdown h2')
      .first()
      .evaluate((heading, html) => heading.insertAdjacentHTML('afterend', html), asHtml)
    await isThere.waitFor()
    expect(await widest()).toBeLessThanOrEqual(390)
    await leave()
  },
)
