import { describe, expect, test } from 'vitest'
import { createRandom, type Random } from '../../test/support/random.ts'
import { mutateText } from '../../test/support/mutate-text.ts'
import { propertyRuns } from '../../test/support/property-runs.ts'
import { planUncached } from '../../test/support/plan-task.ts'
import { readPreservedParts } from '../../test/support/preserved-parts.ts'
import { readSiteLessons } from '../../test/support/site-lessons.ts'
import type { Lesson } from '../lesson/lesson.ts'
import { maskSection } from '../lesson/mask-section.ts'
import { restoreLesson, type RestoredSection } from '../lesson/restore-lesson.ts'
import type { Writer } from '../llm/writer.ts'
import { noUsage } from './add-usage.ts'
import { composeSection } from './compose-section.ts'
import { formRewrite } from './form-text.ts'
import { verifyRewrite } from '../verify/verify-rewrite.ts'
import type { SectionBlock } from '../contract/wire-events.ts'
import type { WritingTask } from '../prompt/writing-task.ts'

/** Model outputs for each lesson: half of them in the lesson's language, half as if they were translations. */
const outputsPerLesson = propertyRuns(200)
/** On a busy machine a lesson's outputs take a while. */
const timeoutMs = 120_000

const lessons = await readSiteLessons()

type Tasks = readonly (WritingTask | undefined)[]

const planned = new Map<Lesson, Record<'same' | 'translating', Tasks>>()

/** The tasks of a lesson's sections, and nothing for those that stand as written. Planned once. */
async function planTasks(lesson: Lesson, translating: boolean): Promise<Tasks> {
  const tasks = planned.get(lesson) ?? { same: await plan(lesson, false), translating: await plan(lesson, true) }
  planned.set(lesson, tasks)
  return translating ? tasks.translating : tasks.same
}

async function plan(lesson: Lesson, translating: boolean): Promise<Tasks> {
  const sections = await planUncached(lesson)
  return sections.map(({ state, task }) =>
    state === 'writing' ? { ...task, translating, masked: maskSection(task.section, { translating }) } : undefined,
  )
}

/** The section as it is, and where a translation is asked for, with a heading: a text that nothing is wrong with. */
const goodText = ({ translating, section, masked }: WritingTask): string =>
  translating && section.heading ? `## ${section.heading.text.replace(/[<{}]/g, '')}\n\n${masked.text}` : masked.text

interface Tally {
  accepted: number
  rejections: number
}

/** Runs through the outputs of a lesson; each round is one whole lesson as it reaches the reader. */
async function readLessons(
  lesson: Lesson,
  resolve: (task: WritingTask, random: Random, tally: Tally) => RestoredSection | Promise<RestoredSection>,
): Promise<Tally> {
  const tally = { accepted: 0, rejections: 0 }
  const original = readPreservedParts(restoreLesson(lesson.sections.map((section) => ({ section, text: null }))))
  const plans = [await planTasks(lesson, false), await planTasks(lesson, true)]
  for (let round = 0; tally.accepted + tally.rejections < outputsPerLesson; round++) {
    const random = createRandom(round * 7919 + lesson.slug.length)
    const tasks = plans[round % 2] ?? []
    const resolved: RestoredSection[] = []
    for (const [index, section] of lesson.sections.entries()) {
      const task = tasks[index]
      resolved.push(task ? await resolve(task, random, tally) : { section, text: null })
    }
    const read = restoreLesson(resolved)
    expect({ round, ...readPreservedParts(read) }).toEqual({ round, ...original })
  }
  return tally
}

/** What the verifier lets through of a mutated text, or the author's own. */
function verifyMutated(task: WritingTask, random: Random, tally: Tally): RestoredSection {
  const { section } = task
  const verdict = verifyRewrite(mutateText(goodText(task), random), task)
  if (!verdict.accepted) {
    tally.rejections++
    return { section, text: null }
  }
  tally.accepted++
  const { heading } = verdict
  return {
    section,
    text: formRewrite(section, verdict.markdown, 'markdown'),
    ...(heading === undefined ? {} : { heading }),
  }
}

/** A writer that sends mutated texts in pieces of random length. */
const mutatingWriter = (task: WritingTask, random: Random): Writer => ({
  model: { name: 'mutator', demo: false },
  async *write() {
    let rest = mutateText(goodText(task), random)
    while (rest !== '') {
      const length = 1 + random.below(40)
      yield rest.slice(0, length)
      rest = rest.slice(length)
    }
    return { whole: true, usage: noUsage }
  },
})

/** A section as a reader of events puts it together: its blocks, or the whole text that takes their place. */
async function readComposed(task: WritingTask, random: Random, tally: Tally): Promise<RestoredSection> {
  const { section } = task
  const blocks: SectionBlock[] = []
  const show = (block: SectionBlock): void => void blocks.push(block)
  const composition = await composeSection(
    task,
    { recipe: 'p1/test', show, workDeadline: 285_000 },
    { writer: mutatingWriter(task, random), now: () => 0 },
  )
  if (composition.outcome !== 'accepted') {
    tally.rejections++
    return { section, text: null }
  }
  tally.accepted++
  const { heading, markdown, shown } = composition
  const texts = shown ? blocks.map((block) => block.markdown) : [markdown]
  const text = texts.map((masked) => formRewrite(section, masked, 'markdown')).join('\n\n')
  return { section, text, ...(heading === undefined ? {} : { heading }) }
}

describe.each(lessons.map((lesson) => ({ lesson, slug: lesson.slug })))('$slug', ({ lesson }) => {
  test('every section as its author wrote it is a rewrite that the verifier accepts', async () => {
    expect.hasAssertions()
    for (const translating of [false, true])
      for (const task of await planTasks(lesson, translating))
        if (task) expect([task.section.id, verifyRewrite(goodText(task), task).findings]).toEqual([task.section.id, []])
  })

  test(
    `of ${outputsPerLesson} random model outputs, what the verifier lets through keeps the author's code, formulas, figures, links and anchors`,
    async () => {
      const { accepted, rejections } = await readLessons(lesson, verifyMutated)
      expect(accepted).toBeGreaterThan(outputsPerLesson / 20)
      expect(rejections).toBeGreaterThan(outputsPerLesson / 8)
    },
    timeoutMs,
  )

  test(
    `of ${outputsPerLesson} random streams, what a reader puts together keeps them too`,
    async () => {
      const { accepted, rejections } = await readLessons(lesson, readComposed)
      expect(accepted).toBeGreaterThan(outputsPerLesson / 20)
      expect(rejections).toBeGreaterThan(outputsPerLesson / 8)
    },
    timeoutMs,
  )
})
