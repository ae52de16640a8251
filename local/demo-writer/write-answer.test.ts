import { describe, expect, test } from 'vitest'
import type { Answers } from '../../lib/profile/answers.ts'
import type { Lesson, Section } from '../../lib/lesson/lesson.ts'
import { verifyRewrite } from '../../lib/verify/verify-rewrite.ts'
import { readSamples } from './find-sample.ts'
import { findSampleProblems } from './find-sample-problems.ts'
import { buildLessonTask, sendThroughPrompt } from './lesson-task.ts'
import { readLessons } from './read-lessons.ts'
import { writeAnswer } from './write-answer.ts'

const answers: Answers = {
  education_level: 'undergraduate',
  programming_experience: 'beginner',
  robotics_background: false,
  ai_ml_experience: 'basic',
  learning_goals: ['hobby'],
  preferred_language: 'ur',
}
const lessons = await readLessons()
const samples = await readSamples('ur')

async function answerInUrdu(lesson: Lesson, section: Section) {
  const task = buildLessonTask(lesson, section, { answers, level: 'as-is', variant: 0 })
  const text = await writeAnswer(sendThroughPrompt(task))
  return { task, text, verdict: verifyRewrite(text, task) }
}

function findLesson(slug: string): Lesson {
  const lesson = lessons.find((candidate) => candidate.slug === slug)
  if (!lesson) throw new Error(`Cannot find lesson "${slug}".`)
  return lesson
}

describe.each(samples)('the Urdu sample of $slug', (sample) => {
  const lesson = findLesson(sample.slug)

  test("matches today's lesson, slot by slot and link by link", () => {
    expect(findSampleProblems(sample, lesson)).toEqual([])
  })

  test.each(lesson.sections.filter(({ words }) => words > 0))(
    'is served for $id, and the verifier accepts it with its heading',
    async (section) => {
      const { verdict } = await answerInUrdu(lesson, section)
      expect(verdict.findings).toEqual([])
      expect(verdict.heading === undefined).toBe(section.heading === null)
    },
  )

  test('says every number of the lesson', () => {
    const numbers = (text: string) =>
      [...text.replaceAll(/\[\[slot:\w+\]\]|link:\d+/g, '').matchAll(/\d[\d.,]*\d|\d/g)]
        .map(([found]) => found)
        .toSorted()
    for (const { id, markdown } of sample.sections) {
      const section = lesson.sections.find((candidate) => candidate.id === id)
      if (!section) throw new Error(`Cannot find section "${id}".`)
      const { masked } = buildLessonTask(lesson, section, { answers, level: 'as-is', variant: 0 })
      expect(numbers(markdown)).toEqual(numbers(masked.text))
    }
  })
})

test('there is a sample to test', () => {
  expect(samples.map(({ slug }) => slug)).toContain('foundations/physical-ai')
})

test('a section without a sample comes back in English, and is rejected for its language', async () => {
  const lesson = findLesson('foundations/sensors')
  const section = lesson.sections.find(({ id }) => id === 'encoders')
  if (!section) throw new Error('Cannot find section "encoders".')
  const { task, text, verdict } = await answerInUrdu(lesson, section)
  expect(text).toBe(task.masked.text)
  expect(verdict.findings.map(({ reason }) => reason)).toContain('wrong-language')
})

test('findSampleProblems() names what a sample lacks', () => {
  const [sample] = samples
  if (!sample) throw new Error('There is no sample.')
  const [opening, second, ...rest] = sample.sections
  if (!opening || !second) throw new Error('The sample is too short.')
  const broken = {
    ...sample,
    sections: [
      { ...opening, masked_sha256: '0'.repeat(64), heading: 'x' },
      { ...second, id: 'gone', markdown: '[[slot:k9]]' },
      ...rest,
    ],
  }
  expect(findSampleProblems(broken, findLesson(sample.slug)).join('\n')).toMatch(
    /gone: is not in the lesson[\s\S]*_opening: the author changed[\s\S]*_opening: has a heading[\s\S]*intelligence-with-a-body: is not translated/,
  )
})
