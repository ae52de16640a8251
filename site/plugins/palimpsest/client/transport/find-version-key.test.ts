import { describe, expect, test } from 'vitest'
import { buildVersionKey } from '../../../../../lib/contract/rewrite-key.ts'
import type { Answers } from '../../../../../lib/profile/answers.ts'
import type { Lesson } from '../../../../../lib/lesson/lesson.ts'
import { parseLesson } from '../../../../../lib/lesson/parse-lesson.ts'
import type { SectionChoices } from '../../../../../lib/contract/level-and-variant.ts'
import { findRewriteKeys, planLesson } from '../../../../../lib/rewrite/plan-lesson.ts'
import { aStorage } from '../../../../../test/support/a-storage.ts'
import { graduate } from '../../../../../test/support/graduate.ts'
import { aReadingChoice } from '../../../../../test/support/plan-task.ts'
import { readSiteLessons } from '../../../../../test/support/site-lessons.ts'
import { buildPageLesson } from '../../remark/build-page-lesson.ts'
import { storageKeys } from '../storage/storage-keys.ts'
import { storeChoice } from '../storage/choices.ts'
import { findVersionKey } from './find-version-key.ts'
import { page } from '../loader/testing/open-page.ts'

const last = { recipe: 'p1/a-model', variant: 2 } as const
const started = () => aStorage({ [storageKeys.rewrites]: JSON.stringify(last) })

/** The key that the server has for a reader, by its own plan. */
async function keyOnServer(lesson: Lesson, reader: Answers, choices: SectionChoices = new Map()): Promise<string> {
  const plan = await planLesson(lesson, { ...(await aReadingChoice(reader)), ...last, choices }, [])
  return buildVersionKey(lesson, findRewriteKeys(plan))
}

const readers: Answers[] = [
  graduate,
  { ...graduate, programming_experience: 'advanced', ai_ml_experience: 'advanced', learning_goals: ['teaching'] },
  { ...graduate, preferred_language: 'ur', education_level: 'high_school', robotics_background: false },
]

const withDanger = await parseLesson({
  slug: 'a/danger',
  file: '# Hot\n\nSome words.\n\n## Care\n\n:::danger\n\nKeep your hands away.\n\n:::\n\n## Code\n\n```sh\nls\n```\n',
  language: 'en',
})

describe('findVersionKey()', () => {
  test('is the server’s key, for every lesson of the site and readers of each language', async () => {
    const lessons = [withDanger, ...(await readSiteLessons())]
    expect(lessons.length).toBeGreaterThan(10)
    for (const lesson of lessons)
      for (const reader of readers)
        expect(await findVersionKey(started(), buildPageLesson(lesson), reader), lesson.slug).toBe(
          await keyOnServer(lesson, reader),
        )
  })

  test('a section that has words in translation only is part of a translation’s key, and of no other', () => {
    expect(buildPageLesson(withDanger).sections.map(({ id, rewritten }) => [id, rewritten])).toEqual([
      ['_opening', 'always'],
      ['care', 'translated'],
      ['code', 'never'],
    ])
  })

  test('is the server’s key for sections that are chosen otherwise on this device', async () => {
    const storage = started()
    storeChoice(storage, withDanger.slug, '_opening', { level: 'simpler', variant: 1 })
    const key = await findVersionKey(storage, buildPageLesson(withDanger), graduate)
    expect(key).toBe(await keyOnServer(withDanger, graduate, new Map([['_opening', { level: 'simpler', variant: 1 }]])))
    expect(key).not.toBe(await keyOnServer(withDanger, graduate))
  })

  test.each([
    ['nothing', null],
    ['something broken', '{'],
    ['what an earlier page stored', '{"a/b":{"key":"k","for":"f"}}'],
  ])('there is none while this device knows of the server: %s', async (_, stored) => {
    const storage = aStorage(stored === null ? {} : { [storageKeys.rewrites]: stored })
    expect(await findVersionKey(storage, page, graduate)).toBeUndefined()
  })

  test('there is none where nothing is rewritten', async () => {
    const { sections } = buildPageLesson(withDanger)
    expect(await findVersionKey(started(), { ...page, sections: sections.slice(1) }, graduate)).toBeUndefined()
  })
})
