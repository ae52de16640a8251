import { expect, test } from 'vitest'
import { startSite } from '../support/start-site.ts'
import { findViolations } from './find-violations.ts'
import { aLearnerReading, aReader, firstLesson, newcomer } from './support.ts'
import { useSite } from './use-site.ts'

const stage = useSite(startSite)

const schemes = ['light', 'dark'] as const

test.each(schemes)(
  'home, questions, profile and an original lesson have no violation of WCAG 2.2 AA (%s)',
  async (colorScheme) => {
    const { page, leave } = await aReader(stage, { colorScheme })
    for (const path of [
      '/',
      '/onboarding',
      '/profile',
      firstLesson,
      '/lessons/foundations/frames-and-kinematics',
      '/guide',
    ]) {
      await page.goto(path, { waitUntil: 'networkidle' })
      expect(await findViolations(page), path).toEqual([])
    }
    await leave()
  },
)

test.each(['en', 'ur'] as const)(
  'a personalized lesson has no violation of WCAG 2.2 AA (%s)',
  async (preferred_language) => {
    const { page, leave } = await aLearnerReading(stage, { answers: { ...newcomer, preferred_language } })
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme })
      expect(await findViolations(page), colorScheme).toEqual([])
    }
    await leave()
  },
)
