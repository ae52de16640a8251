import { describe, expect, test } from 'vitest'
import { aReadingChoice, planUncached } from '../../test/support/plan-task.ts'
import type { FoundRewrite } from '../db/find-reading.ts'
import type { RewriteIdentity } from '../contract/rewrite-key.ts'
import { parseLesson } from '../lesson/parse-lesson.ts'
import { planLesson, type SectionPlan } from './plan-lesson.ts'
import { verifierVersion } from '../contract/verifier-version.ts'

const file = `The opening says that motors turn and arms move.

## Torque

A motor gives torque, which is a turning force.

## Code

The function turns the motor by an angle.

\`\`\`python
turn()
\`\`\`

## Danger

:::danger

Keep away.

:::`
const lesson = await parseLesson({ slug: 'a', file, language: 'en' })
const plan = await planUncached(lesson)
const torque = plan[1] as SectionPlan

const identity: RewriteIdentity = {
  scope: 'published',
  sectionHash: torque.task.section.hash,
  contextHash: lesson.context_hash,
  profileKey: torque.identity.profileKey,
  recipe: 'p1/test',
  level: 'as-is',
  variant: 0,
}

const stored = (values: Partial<FoundRewrite> = {}): FoundRewrite => ({
  key: torque.key,
  identity,
  state: 'ready',
  held: false,
  heading: null,
  content: 'A motor gives torque: a force that turns.',
  proof: null,
  failure_reason: null,
  verifier_version: verifierVersion,
  created_at: '2026-01-01T00:00:00Z',
  ...values,
})

const stateWith = async (rewrite: FoundRewrite): Promise<string | undefined> =>
  (await planLesson(lesson, await aReadingChoice(), [rewrite]))[1]?.state

describe('planLesson()', () => {
  test('has written what the cache does not have, and leaves what has no prose', () => {
    expect(plan.map(({ task, state, reason }) => [task.section.id, state, reason])).toEqual([
      ['_opening', 'writing', undefined],
      ['torque', 'writing', undefined],
      ['code', 'writing', undefined],
      ['danger', 'as-written', 'no-prose'],
    ])
  })

  test('has a section that is one warning written when it is to be translated', async () => {
    const urdu = await planUncached(lesson, { preferred_language: 'ur' })
    expect(urdu.map(({ state }) => state)).toEqual(['writing', 'writing', 'writing', 'writing'])
    expect(urdu[3]?.task.masked.text).toContain('Keep away.')
  })

  test('leaves every section of a locked lesson as written', async () => {
    const locked = await planUncached({ ...lesson, locked: true })
    expect(new Set(locked.map(({ state, reason }) => `${state} ${reason}`))).toEqual(new Set(['as-written locked']))
  })

  test.each<[string, Partial<FoundRewrite>]>([
    ['cached', {}],
    ['cached', { state: 'rejected', content: null, held: true }],
    ['writing', { state: 'rejected', content: null, held: false }],
    ['waiting', { state: 'writing', content: null, held: true }],
    ['writing', { state: 'writing', content: null, held: false }],
    ['cached', { verifier_version: 0 }],
    ['cached', { verifier_version: verifierVersion + 1, content: 'What a later verifier accepted.' }],
    ['writing', { verifier_version: 0, content: '[[slot:k9]]' }],
    ['writing', { verifier_version: null, content: '# Heading' }],
  ])('plans "%s" for a row with %j', async (state, values) => {
    expect(await stateWith(stored(values))).toBe(state)
  })

  test.each<[keyof RewriteIdentity, Partial<RewriteIdentity>]>([
    ['sectionHash', { sectionHash: plan[0]?.task.section.hash ?? '' }],
    ['profileKey', { profileKey: plan[2]?.identity.profileKey ?? '' }],
    ['recipe', { recipe: 'p2/test' }],
    ['level', { level: 'simpler' }],
    ['variant', { variant: 1 }],
  ])('passes over a row with another %s', async (_part, other) => {
    const planned = await planLesson(lesson, await aReadingChoice(), [stored({ identity: { ...identity, ...other } })])
    expect(planned[1]).toMatchObject({ state: 'writing', key: torque.key })
  })

  test('judges a translated rewrite of an older verifier with its heading', async () => {
    const urdu = await planUncached(lesson, { preferred_language: 'ur' })
    const choice = await aReadingChoice({ preferred_language: 'ur' })
    const content = 'ایک motor torque دیتی ہے، جو گھمانے والی قوت ہے۔'
    const translated = { ...identity, profileKey: urdu[1]?.identity.profileKey ?? '' }
    const row = { key: urdu[1]?.key ?? '', identity: translated, verifier_version: 0, content }
    const stateOf = async (heading: string | null): Promise<string | undefined> =>
      (await planLesson(lesson, choice, [stored({ ...row, heading })]))[1]?.state
    expect(await stateOf('Torque کیا ہے')).toBe('cached')
    expect(await stateOf(null)).toBe('writing')
  })

  test('gives each section its facets, its profile key, and the lesson’s shared context', () => {
    expect(Object.keys(plan[0]?.task.facets ?? {})).not.toContain('programming_experience')
    expect(Object.keys(plan[2]?.task.facets ?? {})).toContain('programming_experience')
    expect(plan[0]?.identity.profileKey).toBe(plan[1]?.identity.profileKey)
    expect(plan[2]?.identity.profileKey).not.toBe(plan[1]?.identity.profileKey)
    expect(plan.map(({ task }) => task.lesson)).toEqual(plan.map(() => plan[0]?.task.lesson))
    expect(plan[0]?.task.lesson.outline).toEqual(['Torque', 'Code', 'Danger'])
  })

  test('keys depend on what a section says, not on where it stands', async () => {
    const moved = await parseLesson({
      slug: 'b',
      title: lesson.title,
      file: file.split('\n\n## ').toReversed().join('\n\n## '),
      language: 'en',
    })
    const keys = new Set((await planUncached(moved)).map(({ key }) => key))
    expect(keys.has(torque.key)).toBe(true)
  })
})
