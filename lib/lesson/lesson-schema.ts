import * as v from 'valibot'
import type { GlossaryTerm, Lesson, Section } from './lesson.ts'

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const offset = v.pipe(v.number(), v.integer(), v.minValue(0))

const slotSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^k\d+$/)),
  kind: v.picklist([
    'code',
    'math',
    'diagram',
    'image',
    'component',
    'html',
    'rule',
    'admonition',
    'locked',
    'heading',
    'footnote',
    'link',
    'hidden',
  ]),
  placement: v.picklist(['block', 'inline']),
  start: offset,
  end: offset,
  within: v.exactOptional(v.string()),
})

const linkSchema = v.object({
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  start: offset,
  end: offset,
  target: v.string(),
  within: v.exactOptional(v.string()),
})

const headingSchema = v.object({
  text: v.string(),
  depth: offset,
  markdown: v.exactOptional(v.string()),
  linkEnds: v.exactOptional(v.array(v.string())),
  fixed: v.exactOptional(v.boolean()),
})

/** A section as stored in the manifest and in the `lessons` table. */
export const sectionSchema: v.GenericSchema<unknown, Section> = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  heading: v.nullable(headingSchema),
  source: v.string(),
  hash,
  body: v.object({ start: offset, end: offset }),
  slots: v.array(slotSchema),
  links: v.array(linkSchema),
  words: offset,
  facets: v.picklist(['prose', 'prose+code', 'prose+ai', 'prose+code+ai', 'note']),
})

const byLanguage = v.record(v.string(), v.string())

export const glossaryTermSchema: v.GenericSchema<unknown, GlossaryTerm> = v.object({
  term: v.pipe(v.string(), v.nonEmpty()),
  aliases: v.array(v.string()),
  plain: byLanguage,
  comparison: byLanguage,
})

/** A published version of a lesson. */
export const lessonSchema: v.GenericSchema<unknown, Lesson> = v.object({
  slug: v.pipe(v.string(), v.nonEmpty()),
  title: v.string(),
  description: v.string(),
  language: v.string(),
  tags: v.array(v.string()),
  locked: v.boolean(),
  content_hash: hash,
  context_hash: hash,
  sections: v.array(sectionSchema),
  glossary: v.array(glossaryTermSchema),
})

/** A manifest whose lessons are not validated yet. */
export const lessonManifestSchema = v.object({ version: v.literal(1), lessons: v.array(v.unknown()) })
