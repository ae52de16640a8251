import { glob, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import * as v from 'valibot'
import { CORE_SCHEMA, load } from 'js-yaml'
import { answersSchema } from '../../lib/profile/index.ts'
import { levels } from '../../lib/contract/index.ts'
import type { WritingTask } from '../../lib/prompt/index.ts'
import { readSiteLessons } from '../../test/support/site-lessons.ts'
import { planTasks } from './plan-tasks.ts'

const folder = join(import.meta.dirname, 'good-rewrites')

/** A rewrite by hand that nothing is wrong with. */
export interface GoodRewrite {
  /** Its path below the folder of good rewrites. */
  readonly path: string
  readonly task: WritingTask
  /** As a model would send it. */
  readonly text: string
}

const frontMatterSchema = v.strictObject({
  lesson: v.string(),
  section: v.string(),
  answers: answersSchema,
  level: v.picklist(levels),
})

/** Reads every good rewrite, in the order of their paths. Throws, with its path, for one that is not well-formed. */
export async function readGoodRewrites(): Promise<GoodRewrite[]> {
  const lessons = new Map((await readSiteLessons()).map((lesson) => [lesson.slug, lesson]))
  const rewrites: GoodRewrite[] = []
  for await (const file of glob(join(folder, '**/*.md'))) {
    const path = relative(folder, file)
    const { lesson: slug, section, answers, level, text } = parseFile(path, await readFile(file, 'utf8'))
    const lesson = lessons.get(slug)
    if (!lesson) throw new Error(`Cannot read ${path}: there is no lesson "${slug}"`)
    const task = (await planTasks(lesson, { answers, level })).find((planned) => planned.section.id === section)
    if (!task) throw new Error(`Cannot read ${path}: "${slug}" has no section "${section}" to rewrite`)
    rewrites.push({ path, task, text })
  }
  return rewrites.toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

function parseFile(path: string, file: string) {
  const [, frontMatter = '', text = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file) ?? []
  const read = v.safeParse(frontMatterSchema, load(frontMatter, { schema: CORE_SCHEMA }))
  if (!read.success) throw new Error(`Cannot read ${path}: ${v.summarize(read.issues)}`)
  return { ...read.output, text: text.trim() }
}
