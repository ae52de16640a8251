import { describe, expect, test } from 'vitest'
import { aBucket } from '../../test/support/a-bucket.ts'
import { aSubject } from '../../test/support/a-subject.ts'
import { lessonFile } from '../../test/support/lesson-file.ts'
import { planUncached } from '../../test/support/plan-task.ts'
import { Problem } from '../errors/problem.ts'
import { parseLesson } from '../lesson/parse-lesson.ts'
import type { SectionPlan } from './plan-lesson.ts'
import { refuseOriginalsOnly } from './refuse-originals-only.ts'
import { tokensFor } from './tokens-for.ts'

const plan = await planUncached(await parseLesson({ slug: 'lesson', file: lessonFile, language: 'en' }))
const writing = plan.filter(({ state }) => state === 'writing')
const least = Math.min(...writing.map(({ task }) => tokensFor(task)))

/** The problem that this plan is refused with when so many of `least` tokens are spent; undefined when it is not. */
function refusalOf(different: {
  readonly plan?: readonly SectionPlan[]
  readonly spent?: number
  readonly full?: string
}) {
  const subject = aSubject([aBucket('learner'), aBucket('all', { tokens: least })])
  try {
    refuseOriginalsOnly(different.plan ?? plan, {
      spent: [0, different.spent ?? 1],
      subject,
      full: different.full ?? null,
    })
    return undefined
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

describe('refuseOriginalsOnly()', () => {
  test('refuses when the tokens for no section are left, and names the limit', () => {
    expect(refusalOf({})).toMatchObject({
      code: 'budget-reached',
      detail: { limit: 'DAILY_TOKENS', value: least },
      headers: { 'retry-after': '3600' },
    })
  })

  test('refuses whose requests are used up, and names that limit', () => {
    expect(refusalOf({ spent: 0, full: 'learner' })).toMatchObject({
      code: 'too-many-requests',
      detail: { limit: 'LEARNER_DAILY_REQUESTS' },
    })
  })

  test('lets a lesson through of which one section can still be written', () => {
    expect(refusalOf({ spent: 0 })).toBeUndefined()
  })

  test('lets a lesson through of which somebody else writes a section, or in which nothing is to be written', () => {
    const [first, ...others] = writing as [SectionPlan, ...SectionPlan[]]
    expect(refusalOf({ plan: [{ ...first, state: 'waiting' }, ...others], full: 'learner' })).toBeUndefined()
    expect(refusalOf({ plan: plan.filter(({ state }) => state === 'as-written') })).toBeUndefined()
  })
})
