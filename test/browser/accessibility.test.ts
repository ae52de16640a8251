import { describe, expect, test } from 'vitest'
import { startSite } from '../support/start-site.ts'
import { darkWide, findInLooks, lightWide } from './find-in-looks.ts'
import { aReader, firstLesson } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

const pages = [
  '/',
  '/onboarding',
  '/profile',
  '/guide',
  '/no-such-page',
  firstLesson,
  '/lessons/foundations/frames-and-kinematics',
]

describe.each(['', '/ur'])('of the site under "%s"', (home) => {
  test.each(pages)(
    'the page %s has no violation of WCAG 2.2 AA, in either colour scheme, wide or narrow',
    async (path) => {
      const { page, leave } = await aReader(stage)
      await page.goto(home + path, { waitUntil: 'networkidle' })
      for (const name of [lightWide, darkWide]) expect(await findInLooks(page, name)).toEqual([])
      await leave()
    },
  )
})
