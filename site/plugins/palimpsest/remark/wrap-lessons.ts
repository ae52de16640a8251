import { readFile } from 'node:fs/promises'
import { locateTermsOf, parseLesson, planSections, type SyntaxNode } from '../../../../lib/lesson/index.ts'
import { lessonSlug } from '../lesson/lesson-slug.ts'
import { readGlossary } from '../manifest/read-glossary.ts'
import { checkPlan } from './check-plan.ts'
import { exportNode } from './export-node.ts'
import { findEmoji } from './find-emoji.ts'
import { buildPageLesson } from './build-page-lesson.ts'
import { wrapMeasurements } from './wrap-measurements.ts'
import { wrapSections } from './wrap-sections.ts'
import { wrapTerms } from './wrap-terms.ts'

export interface WrapLessonsOptions {
  /** Absolute path of the folder with the lessons. */
  readonly folder: string
  /** The language the lessons are written in; English when absent. */
  readonly language?: string
  /** Absolute path of the glossary whose terms are marked; none when absent. */
  readonly glossary?: string
}

/** The part of a virtual file that Docusaurus fills in. */
interface PageFile {
  readonly path: string
  readonly data: { readonly frontMatter?: Record<string, unknown> }
}

/**
 * The remark plugin for `beforeDefaultRemarkPlugins` of the lessons' docs: marks each section, slot, link and
 * glossary term of a lesson, and gives the page its lesson. Every other page, and a lesson with `palimpsest: false`, is left alone.
 */
export default function wrapLessons({ folder, language = 'en', glossary }: WrapLessonsOptions) {
  return async (root: SyntaxNode, file: PageFile): Promise<void> => {
    const slug = lessonSlug(folder, file.path)
    if (slug === undefined || file.data.frontMatter?.['palimpsest'] === false) return
    const terms = glossary === undefined ? [] : await readGlossary(glossary)
    // With the glossary, which is part of what is published and so of the keys that the page makes.
    const lesson = await parseLesson({ slug, file: await readFile(file.path, 'utf8'), language, glossary: terms })
    const sections = planSections(root)
    checkPlan(lesson, sections)
    const emoji = findEmoji(root)
    wrapSections(root, sections)
    wrapTerms(root, locateTermsOf(terms))
    wrapMeasurements(root)
    root.children?.push(exportNode('palimpsest', buildPageLesson(lesson, emoji)))
  }
}
