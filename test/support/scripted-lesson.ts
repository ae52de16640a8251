import type { Lesson } from '../../lib/lesson/lesson.ts'
import { forYouSection } from '../../lib/lesson/note-section.ts'
import type { OriginalReason, SectionState, WireEvent } from '../../lib/contract/wire-events.ts'
import { aLessonProof } from './a-lesson-proof.ts'
import { aProof } from './a-proof.ts'
import type { LessonVersion } from './write-version.ts'

const keyAt = (place: number): string => place.toString(16).padStart(64, '0')
const writtenAt = '2026-11-22T12:00:00.000Z'

interface Script {
  /** The rewrites that arrive. */
  readonly version: LessonVersion
  /** Where the sections stand when the stream begins. */
  readonly state?: SectionState
  /** How many sections arrive; all of them by default. */
  readonly arriving?: number
  /** Why the last sections that arrive stand as the author wrote them. */
  readonly originalReason?: OriginalReason
  /** How many of them; one by default. */
  readonly originalCount?: number
  readonly demo?: boolean
}

/** The events of a lesson that is rewritten. */
export function scriptLesson(
  lesson: Lesson,
  { version, state = 'writing', arriving, originalReason, originalCount = 1, demo = false }: Script,
): WireEvent[] {
  const reading = { facets: ['education_level', 'robotics_background'], level: 'as-is' as const, variant: 0 as const }
  const planned = lesson.sections.map(({ id, heading }) => ({ id, heading: heading?.text ?? null, state, ...reading }))
  const note = { id: forYouSection, heading: null, state: 'writing', ...reading } as const
  const { slug, title, language, content_hash } = lesson
  const model = { name: demo ? 'demo-writer' : 'gpt-5-mini', demo }
  const opening = {
    lesson: { slug, title, language },
    content_hash,
    key: 'b'.repeat(64),
    recipe: `p1/${model.name}`,
    model,
    language: version.language,
  }
  const count = arriving ?? lesson.sections.length
  const ends = lesson.sections.slice(0, count).map((section, place): WireEvent => {
    const asWritten = originalReason !== undefined && place >= count - originalCount
    const text = {
      ...version.sections.get(section.id),
      proof: aProof({ model: model.name, language: version.language }),
      key: keyAt(place),
      written_at: writtenAt,
    }
    const original = { reason: originalReason, proof: null, key: null, written_at: null }
    return {
      event: 'section-end',
      data: {
        section: section.id,
        source: asWritten ? 'original' : 'rewrite',
        cached: false,
        ...(asWritten ? original : text),
      },
    }
  })
  const noted = {
    section: forYouSection,
    source: 'rewrite',
    cached: false,
    ...version.sections.get(forYouSection),
    proof: aProof({ model: model.name, language: version.language }),
    key: 'c'.repeat(64),
    written_at: writtenAt,
  } as const
  const usage = { input_tokens: null, cached_input_tokens: null, output_tokens: null }
  return [
    { event: 'lesson-start', data: { ...opening, sections: [note, ...planned] } },
    ...(count > 0 ? [{ event: 'section-end', data: noted } as const] : []),
    ...ends,
    ...(count === lesson.sections.length
      ? [
          {
            event: 'lesson-end',
            data: { cached: 0, written: count, original: 0, usage, generated_at: writtenAt, proof: aLessonProof },
          } as const,
        ]
      : []),
  ]
}
