import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildSiteIfChanged } from '../../local/build-site.ts'
import { runDocusaurusBuild } from '../../local/run-docusaurus.ts'
import { copyProject, type ProjectCopy } from '../support/copy-project.ts'
import { startSite } from '../support/start-site.ts'
import { aLearnerReading, articleText, lessonDone } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)
let copy: ProjectCopy
beforeAll(async () => {
  copy = await copyProject()
})
afterAll(() => copy.remove())

const lesson = '/lessons/foundations/humanoid-body'
const added = 'This sentence is new in the second edition of the lesson.'

test('after the author edits one of more than twelve sections, it stands as edited, and its update asks the model once', async () => {
  const { page, leave } = await aLearnerReading(stage, { path: lesson })
  expect(await page.locator('#lesson-sum').innerText()).toMatch(/: \d+ of 1[2-9]\./)
  await copy.edit('foundations/humanoid-body.md', '## Waist and torso\n\n', `## Waist and torso\n\n${added} `)
  await buildSiteIfChanged({ root: copy.root, build: () => runDocusaurusBuild(copy.root, { languages: ['en'] }) })
  await stage.site.deploy(copy.root)

  const calls = stage.site.writer.requests.length
  await page.goto(`${lesson}?view=personalized`)
  await lessonDone(page)
  expect(await articleText(page)).toContain(added)
  expect(stage.site.writer.requests.slice(calls)).toEqual([])

  await page.getByRole('button', { name: 'Update this section' }).click()
  await page.getByText('changed one section since').waitFor({ state: 'detached' })
  await lessonDone(page)
  expect(stage.site.writer.requests.slice(calls).map(({ section }) => section)).toEqual(['Waist and torso'])
  expect(await articleText(page)).toContain('second edition of the lesson')
  await leave()
})
