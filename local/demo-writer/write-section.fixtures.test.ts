import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { Answers } from '../../lib/profile/answers.ts'
import { parseLesson } from '../../lib/lesson/parse-lesson.ts'
import { verifyRewrite } from '../../lib/verify/verify-rewrite.ts'
import { newcomer } from '../../test/support/newcomer.ts'
import { buildLessonTask, sendThroughPrompt } from './lesson-task.ts'
import { readGlossary } from './read-lessons.ts'
import { writeDemoSection } from './write-section.ts'

const expert: Answers = { ...newcomer, education_level: 'professional', robotics_background: true }
/** Enough prose, beside the construct, for every rule to find something to do. */
const prose = `Note that a sensor has to be read all the time, and the numbers are never quite the same. The push of the motor
changes the world around the robot, so the next measurement is always a little different. It is never late.`

const folder = new URL('../../lib/lesson/fixtures/', import.meta.url)
const constructs = await readdir(folder)
const glossary = await readGlossary()

test.each(constructs)('the construct "%s" comes through the rules as it was', async (construct) => {
  const input = await readFile(new URL(`${construct}/input.md`, folder), 'utf8')
  const lesson = await parseLesson({ slug: construct, file: `${input}\n\n${prose}\n`, language: 'en', glossary })
  for (const section of lesson.sections.filter(({ words }) => words > 0)) {
    for (const answers of [newcomer, expert]) {
      const task = buildLessonTask(lesson, section, { answers, level: 'as-is', variant: 0 })
      const reasons = (text: string) => verifyRewrite(text, task).findings.map(({ reason }) => reason)
      const text = writeDemoSection(sendThroughPrompt(task))
      expect({ text, reasons: reasons(text) }).toEqual({ text, reasons: reasons(task.masked.text) })
    }
  }
})
