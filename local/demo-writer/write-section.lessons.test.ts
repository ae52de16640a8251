import { countWords } from '../../lib/text/count-words.ts'
import { describe, expect, test } from 'vitest'
import type { Answers } from '../../lib/profile/answers.ts'
import { levels, variants } from '../../lib/contract/level-and-variant.ts'
import { verifyRewrite } from '../../lib/verify/verify-rewrite.ts'
import { newcomer } from '../../test/support/newcomer.ts'
import { sampleCases } from '../../test/support/property-runs.ts'
import { buildLessonTask, sendThroughPrompt } from './lesson-task.ts'
import { readLessons } from './read-lessons.ts'
import { writeDemoSection } from './write-section.ts'

const profiles = {
  beginner: newcomer,
  middle: { ...newcomer, education_level: 'graduate', programming_experience: 'intermediate' },
  expert: {
    ...newcomer,
    education_level: 'professional',
    programming_experience: 'advanced',
    robotics_background: true,
    ai_ml_experience: 'advanced',
  },
} satisfies Record<string, Answers>

const lessons = await readLessons()
const cases = lessons.flatMap((lesson) =>
  lesson.sections
    .filter(({ words }) => words > 0)
    .map((section) => ({ name: `${lesson.slug}#${section.id}`, lesson, section })),
)

const all = (pattern: RegExp, text: string): string[] => [...text.matchAll(pattern)].map(([found]) => found)

const choices = [
  ...Object.values(profiles).flatMap((answers) =>
    variants.map((variant) => ({ answers, level: 'as-is' as const, variant })),
  ),
  ...levels
    .filter((level) => level !== 'as-is')
    .flatMap((level) =>
      [profiles.beginner, profiles.expert].map((answers) => ({ answers, level, variant: 0 as const })),
    ),
]

const written = cases.map(({ name, lesson, section }) => ({
  name,
  texts: choices.map((choice) => {
    const task = buildLessonTask(lesson, section, choice)
    return { choice, task, source: task.masked.text, text: writeDemoSection(sendThroughPrompt(task)) }
  }),
}))
const wordsOfProse = 30
const longOnes = written.filter(({ texts }) => countWords(texts[0]?.source ?? '') >= wordsOfProse)

describe.each(written.map((each, at) => ({ ...each, at })))('$name', ({ texts, at }) => {
  test('is accepted by the verifier at every level, level and variant, and asked for once', () => {
    for (const { task, text } of sampleCases(texts, at)) {
      const { findings, advice } = verifyRewrite(text, task)
      expect({ findings, advice, text }).toEqual({ findings: [], text })
    }
  })

  test('keeps slots, links, tables, admonitions and code spans', () => {
    for (const { source, text } of texts) {
      for (const pattern of [/\[\[slot:\w+\]\]/g, /\]\(link:\d+\)/g, /^[ \t]*\|.*$/gm, /^:::.*$/gm, /`[^`]+`/g]) {
        expect(all(pattern, text)).toEqual(all(pattern, source))
      }
    }
  })
})

describe.each(longOnes)('$name', ({ texts }) => {
  const firstVariants = texts.filter(({ choice }) => choice.level === 'as-is')

  test('differs from the source, from level to level and from variant to variant', () => {
    for (const { source, text } of texts) expect(text).not.toBe(source)
    expect(new Set(firstVariants.map(({ text }) => text)).size).toBe(firstVariants.length)
  })

  test('is between 0.5 and 2.2 times as long as the source', () => {
    for (const { source, text } of texts) {
      expect(countWords(text) / countWords(source)).toBeGreaterThan(0.5)
      expect(countWords(text) / countWords(source)).toBeLessThan(2.2)
    }
  })
})
