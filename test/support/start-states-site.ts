import { copyFile, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { GlossaryTerm, Lesson } from '../../lib/lesson/lesson.ts'
import { parseLesson } from '../../lib/lesson/parse-lesson.ts'
import { buildSiteIfChanged } from '../../local/build-site.ts'
import { runDocusaurusBuild } from '../../local/run-docusaurus.ts'
import { copyProject } from './copy-project.ts'
import { startSite, type RunningSite, type SiteOptions } from './start-site.ts'
import { writeVersion, type LessonVersion } from './write-version.ts'

const sectionsOfLong = 64

const part = (number: number): string => `## Part ${number}

A robot of part ${number} reads its sensors, decides what to do, and moves. Each of these takes time, and the time adds up
to the delay after which the robot answers what happens around it.

It does so again and again, because the world has changed by the time that the arm has moved.
`

/** Lessons that the site itself does not have: one that its author locked, and a very long one. */
const added = {
  locked: `---\ntitle: A locked lesson\npalimpsest: lock\n---\n\nRead this as it is.\n\n${part(1)}`,
  long: `---\ntitle: A very long lesson\n---\n\nThis lesson has many parts.\n\n${Array.from({ length: sectionsOfLong }, (_, place) => part(place + 1)).join('\n')}`,
}

const urduPart =
  'یہ روبوٹ اپنے سینسر پڑھتا ہے، فیصلہ کرتا ہے، پھر حرکت کرتا ہے۔ ہر قدم وقت لیتا ہے، اور یہ وقت جمع ہو کر تاخیر بن جاتا ہے۔'

/** A lesson with its version in each language. */
export interface StateLesson {
  readonly lesson: Lesson
  readonly versions: Readonly<Record<'en' | 'ur', LessonVersion>>
}

/** The lessons that the states of a lesson's page are shown with. */
export type StateLessons = Readonly<Record<'usual' | 'locked' | 'long', StateLesson>>

/** The lesson with a part of every kind that a rewrite must show as its author made it. */
const constructs = path.join(import.meta.dirname, 'constructs.md')

/** The site, with lessons for every state that a page can be in. */
export interface StatesSite extends RunningSite {
  readonly lessons: StateLessons
  readonly constructs: Lesson
}

export async function startStatesSite({ data }: Pick<SiteOptions, 'data'> = {}): Promise<StatesSite> {
  const copy = await copyProject()
  const docs = path.join(copy.root, 'site/docs')
  for (const [name, text] of Object.entries(added)) await writeFile(path.join(docs, `foundations/${name}.md`), text)
  await copyFile(constructs, path.join(docs, 'foundations/constructs.md'))
  await buildSiteIfChanged({ root: copy.root, build: () => runDocusaurusBuild(copy.root) })
  const site = await startSite({ root: copy.root, ...(data === undefined ? {} : { data }) })
  const { terms } = JSON.parse(await readFile(path.join(copy.root, 'site/glossary.json'), 'utf8')) as {
    terms: GlossaryTerm[]
  }
  const read = async (slug: string): Promise<StateLesson> => {
    const file = await readFile(path.join(docs, `${slug}.md`), 'utf8')
    const lesson = await parseLesson({ slug, file, language: 'en', glossary: terms })
    return { lesson, versions: { en: await writeVersion(lesson, 'en'), ur: await writeVersion(lesson, 'ur') } }
  }
  const [usual, locked, long] = await Promise.all([
    read('foundations/physical-ai'),
    read('foundations/locked'),
    read('foundations/long'),
  ])
  return {
    ...site,
    constructs: await parseLesson({
      slug: 'foundations/constructs',
      file: await readFile(constructs, 'utf8'),
      language: 'en',
      glossary: terms,
    }),
    lessons: { usual, locked, long: translateParts(long) },
    async close() {
      await site.close()
      await copy.remove()
    },
  }
}

/** The demo writer cannot translate what nobody has translated for it. */
function translateParts({ lesson, versions }: StateLesson): StateLesson {
  const parts = lesson.sections.map(
    ({ id, heading }, place) => [id, { markdown: urduPart, ...(heading ? { heading: `حصہ ${place}` } : {}) }] as const,
  )
  const ur = { language: 'ur', sections: new Map([...versions.ur.sections, ...parts]) } as const
  return { lesson, versions: { ...versions, ur } }
}
