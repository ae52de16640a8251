import type { LessonEvent } from '../state/reduce-lesson.ts'
import type { LessonStart, LessonVersionAnswer } from '../../../../../lib/contract/index.ts'
import { forYouSection } from '../../../../../lib/lesson/index.ts'

type Planned = LessonStart['sections'][number]

/**
 * A finished version of a lesson, as the events that would have brought it. The opening note is no part of a version, so it stays
 * to be asked for.
 */
export function buildVersionEvents(version: LessonVersionAnswer): LessonEvent[] {
  const { lesson, content_hash, key, recipe, model, language, sections } = version
  const translated = language !== lesson.language
  const note: Planned = { id: forYouSection, heading: null, state: 'writing', facets: [], level: 'as-is', variant: 0 }
  const planned = sections.map(({ id, heading, facets, level, variant }): Planned => ({
    id,
    heading,
    state: 'cached',
    facets,
    level,
    variant,
  }))
  return [
    {
      event: 'lesson-start',
      data: { lesson, content_hash, key, recipe, model, language, sections: [note, ...planned] },
    },
    ...sections.map(({ id, source, heading, markdown, proof, key: rewriteKey, written_at }): LessonEvent => {
      const text =
        source === 'rewrite'
          ? { markdown, ...(translated && heading ? { heading } : {}) }
          : { reason: 'no-prose' as const }
      return {
        event: 'section-end',
        data: { section: id, source, cached: true, proof, key: rewriteKey, written_at, ...text },
      }
    }),
  ]
}
