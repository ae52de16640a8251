import type { PageLesson } from '../../lesson/page-lesson.ts'
import type { Answers } from '../../../../../lib/profile/index.ts'
import type { LessonState, SectionState } from '../state/lesson-state.ts'
import type { SavedLesson, SavedSection } from './saved-lesson.ts'

/** Reasons that stay. Any other may have passed by the next visit, so the section is asked for again then. */
const lastingReasons = new Set<SectionState['reason']>(['no-prose', 'locked'])

/** What of a lesson is worth saving on the device; undefined when no section of it was rewritten. */
export function buildSavedLesson(
  state: LessonState,
  page: Pick<PageLesson, 'sections'>,
  answers: Answers,
): SavedLesson | undefined {
  const hashes = new Map(page.sections.map(({ id, hash }) => [id, hash]))
  const sections = state.order.flatMap(({ id, heading }) => {
    const section = state.sections[id]
    return section ? toSavedSections(section, { id, title: heading, hash: hashes.get(id) ?? null }) : []
  })
  if (!sections.some(({ phase }) => phase === 'rewritten')) {
    return undefined
  }
  return {
    version: 1,
    answers: JSON.stringify(answers),
    model: state.model,
    recipe: state.recipe,
    language: state.language,
    generatedAt: state.generatedAt,
    hashes: page.sections.filter(({ id }) => !state.changed.includes(id)).map(({ hash }) => hash),
    sections,
  }
}

function toSavedSections(section: SectionState, place: Pick<SavedSection, 'id' | 'title' | 'hash'>): SavedSection[] {
  const { phase, blocks, heading, reason, proof, key, writtenAt, facets, level, variant } = section
  const text = { blocks: [...blocks], heading, reason, proof, key, writtenAt, facets: [...facets], level, variant }
  if (phase === 'rewritten') {
    return [{ ...place, phase, ...text }]
  }
  return phase === 'original' && lastingReasons.has(reason) ? [{ ...place, phase, ...text }] : []
}
