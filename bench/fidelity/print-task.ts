import { parseArgs } from 'node:util'
import { learnerAnswers } from '../../test/support/plan-task.ts'
import { readSiteLessons } from '../../test/support/site-lessons.ts'
import type { WritingTask } from '../../lib/prompt/index.ts'
import { planTasks } from './plan-tasks.ts'

/**
 * `node bench/fidelity/print-task.ts <slug> [section] [--language ur]`: the ids of a lesson's sections, or one section
 * as a model sees it. Without a slug, the lessons.
 */
async function printTask(): Promise<string> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { language: { type: 'string' } } })
  const [slug, id] = positionals
  const lessons = await readSiteLessons()
  const lesson = lessons.find((one) => one.slug === slug)
  if (!lesson) return lessons.map((one) => one.slug).join('\n')
  const preferred_language = values.language === 'ur' ? 'ur' : 'en'
  const tasks = await planTasks(lesson, { answers: { ...learnerAnswers, preferred_language }, level: 'as-is' })
  const task = tasks.find(({ section }) => section.id === id)
  return task ? describeTask(task) : tasks.map(describeBriefly).join('\n')
}

const describeBriefly = ({ section, masked }: WritingTask): string =>
  `${section.id}\t${section.words} words, ${masked.slots.length} slots, ${masked.links.length} links`

const describeTask = ({ section, masked }: WritingTask): string =>
  [
    ...(section.heading ? [`heading: ${section.heading.text}`] : []),
    ...masked.slots.map(({ id, kind, placement, content }) => `\n--- ${id}: ${kind}, ${placement}\n${content}`),
    ...masked.links.map(({ number, target }) => `\n--- link:${number}: ${target}`),
    `\n=== the section, as a model sees it\n${masked.text}`,
  ].join('\n')

process.stdout.write(`${await printTask()}\n`)
