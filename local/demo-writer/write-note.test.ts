import { describe, expect, test } from 'vitest'
import type { Answers } from '../../lib/profile/answers.ts'
import { variants } from '../../lib/contract/level-and-variant.ts'
import { buildNoteSection } from '../../lib/lesson/note-section.ts'
import { verifyRewrite } from '../../lib/verify/verify-rewrite.ts'
import { newcomer } from '../../test/support/newcomer.ts'
import { buildLessonTask, sendThroughPrompt } from './lesson-task.ts'
import { readLessons } from './read-lessons.ts'
import { splitParagraph } from './split-sentences.ts'
import { writeNote } from './write-note.ts'

const profiles: Answers[] = [
  newcomer,
  { ...newcomer, education_level: 'graduate', learning_goals: ['research', 'teaching'] },
  {
    ...newcomer,
    education_level: 'professional',
    robotics_background: true,
    learning_goals: ['career_change', 'building_projects', 'hobby'],
  },
]
const lessons = await readLessons()

describe.each(lessons)('$slug', (lesson) => {
  test.each(['en', 'ur'] as const)(
    'gets a note in "%s" that the verifier accepts, another one for each profile and take',
    async (language) => {
      const section = await buildNoteSection(lesson)
      const tasks = profiles.flatMap((answers) =>
        variants.map((variant) =>
          buildLessonTask(lesson, section, {
            answers: { ...answers, preferred_language: language },
            level: 'as-is',
            variant,
          }),
        ),
      )
      const notes = tasks.map((task) => writeNote(sendThroughPrompt(task)))
      for (const [index, note] of notes.entries()) {
        const [task] = tasks.slice(index)
        expect({ note, findings: task && verifyRewrite(note, task).findings }).toEqual({ note, findings: [] })
        expect(note).toContain(lesson.title)
        expect(note).not.toContain('\n')
      }
      expect(new Set(notes).size).toBe(notes.length)
    },
  )

  test('is two to four sentences in English, quoting the description as the author wrote it', async () => {
    const task = buildLessonTask(lesson, await buildNoteSection(lesson), {
      answers: newcomer,
      level: 'as-is',
      variant: 0,
    })
    const note = writeNote(sendThroughPrompt(task))
    const quoted = note.replace(lesson.description, 'A description.').replaceAll(/“[^”]*”/g, '“…”')
    expect(note).toContain(lesson.description)
    expect(splitParagraph(quoted).length).toBeGreaterThanOrEqual(2)
    expect(splitParagraph(quoted).length).toBeLessThanOrEqual(4)
  })

  test('explains up to three terms in Urdu', async () => {
    const answers: Answers = { ...newcomer, preferred_language: 'ur' }
    const note = writeNote(
      sendThroughPrompt(
        buildLessonTask(lesson, await buildNoteSection(lesson), { answers, level: 'as-is', variant: 0 }),
      ),
    )
    const explained = lesson.glossary.filter((term) => note.includes(term.plain['ur'] ?? '\u0000'))
    expect(explained.length).toBeGreaterThanOrEqual(1)
    expect(explained.length).toBeLessThanOrEqual(3)
  })
})
