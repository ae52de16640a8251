import { expect, test } from 'vitest'
import { aProof } from '../../test/support/a-proof.ts'
import { planUncached } from '../../test/support/plan-task.ts'
import { parseLesson } from '../lesson/parse-lesson.ts'
import { noUsage } from './add-usage.ts'
import type { SectionPlan } from './plan-lesson.ts'
import type { SectionResult } from './section-result.ts'
import type { Proof, SectionState } from '../contract/wire-events.ts'
import type { WritingTask } from '../prompt/writing-task.ts'
import { observeLesson } from './observe-lesson.ts'

const file = '## Torque\n\nA motor turns with a torque.'
const lesson = await parseLesson({ slug: 'a/lesson', file, language: 'en' })
const [planned] = (await planUncached(lesson)) as [SectionPlan]
const times = { firstText: 60, whole: 900 }

const aSection = (state: SectionState, different: Partial<SectionResult> = {}): SectionResult => ({
  planned: { ...planned, state },
  source: 'rewrite',
  cached: state === 'cached',
  proof: aProof(),
  usage: state === 'cached' ? noUsage : aProof().usage,
  shown: false,
  ...different,
})
const asWritten = aSection('as-written', { source: 'original', reason: 'no-prose', proof: null, usage: noUsage })

interface Observed {
  readonly whole?: boolean
  readonly held?: Proof[]
}

const observe = (sections: readonly SectionResult[], { whole = true, held }: Observed = {}): Record<string, number> => {
  const sums: Record<string, number> = {}
  const observed = observeLesson({ sections, whole, held, model: 'm', times, published: 'a/lesson' })
  for (const { measure, label, amount } of observed)
    if (amount > 0) sums[`${measure} ${label}`] = (sums[`${measure} ${label}`] ?? 0) + amount
  return sums
}

test('a lesson from the cache counts as cached, with what its rewrites cost when they were written as saved', () => {
  expect(observe([aSection('cached'), aSection('cached'), asWritten])).toEqual({
    'lessons cached': 1,
    'first-text-cached 80': 1,
    'whole-cached 905': 1,
    'sections cached': 2,
    'saved-input-tokens echo': 200,
    'saved-output-tokens echo': 100,
  })
})

test('a lesson that was read by its key counts as cached when the note is asked for, with what it saved, and without times', () => {
  expect(observe([aSection('writing')], { whole: false, held: [aProof(), aProof()] })).toEqual({
    'lessons cached': 1,
    'sections cached': 2,
    'sections written': 1,
    'input-tokens m': 100,
    'cached-input-tokens m': 20,
    'output-tokens m': 50,
    'saved-input-tokens echo': 200,
    'saved-output-tokens echo': 100,
  })
})

test('a lesson of which one section is written counts as written, with its tokens under the model’s name', () => {
  const written = aSection('writing', { rejections: ['slot-missing'] })
  expect(observe([aSection('cached'), written])).toEqual({
    'lessons written': 1,
    'first-text-written 80': 1,
    'whole-written 905': 1,
    'sections cached': 1,
    'sections written': 1,
    'rejection slot-missing': 1,
    'input-tokens m': 100,
    'cached-input-tokens m': 20,
    'output-tokens m': 50,
    'saved-input-tokens echo': 100,
    'saved-output-tokens echo': 50,
  })
})

test('an original counts by its reason, and what nobody counted as a call that was not counted', () => {
  const failed = aSection('writing', {
    source: 'original',
    reason: 'model-timeout',
    proof: null,
    usage: { input_tokens: null, cached_input_tokens: null, output_tokens: null },
  })
  expect(observe([failed])).toMatchObject({
    'sections original': 1,
    'originals model-timeout': 1,
    'uncounted-calls m': 1,
  })
})

test('who waited for another’s rewrite is no reader of a cached lesson', () => {
  expect(observe([aSection('waiting', { cached: true, usage: noUsage })])).toMatchObject({ 'lessons written': 1 })
})

test('a single section at another level or variant counts as a request for it, a whole lesson never does', () => {
  const asked = (different: Partial<WritingTask>) =>
    aSection('writing', { planned: { ...aSection('writing').planned, task: { ...planned.task, ...different } } })
  expect(observe([asked({ level: 'simpler', variant: 1 })], { whole: false })).toMatchObject({
    'asked-simpler a/lesson#torque': 1,
  })
  expect(observe([asked({ variant: 2 })], { whole: false })).toMatchObject({ 'asked-differently a/lesson#torque': 1 })
  expect(observe([asked({ level: 'simpler' })])).not.toHaveProperty('asked-simpler a/lesson#torque')
})

test('a single section is no lesson, and a lesson that is nothing but as written is none either', () => {
  expect(observe([aSection('cached')], { whole: false })).not.toHaveProperty('lessons cached')
  expect(observe([asWritten])).toEqual({})
})
