import { expect, test } from 'vitest'
import { parseLesson } from '../lesson/parse-lesson.ts'
import { formHeading } from './form-text.ts'

async function sectionOf(markdown: string) {
  const [section] = (await parseLesson({ slug: 'a', file: markdown, language: 'en' })).sections
  if (!section) throw new Error('The lesson has no section')
  return section
}

test('formHeading() gives a translated heading its links back, or leaves them to the page', async () => {
  const section = await sectionOf('## See [the docs](./docs.md)\n\nText.')
  expect(formHeading(section, '[دستاویز](link:1)', 'markdown')).toBe('[دستاویز](./docs.md)')
  expect(formHeading(section, '[دستاویز](link:1)', 'slots')).toBe('[دستاویز](link:1)')
  expect(formHeading(section, null, 'markdown')).toBeUndefined()
})

test('formHeading() gives none where the author’s stands, whatever was stored', async () => {
  const section = await sectionOf('## The $x$ axis\n\nText.')
  expect(formHeading(section, 'محور', 'slots')).toBeUndefined()
})
