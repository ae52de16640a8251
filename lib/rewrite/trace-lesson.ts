import { addUsage, noUsage } from './add-usage.ts'
import type { SectionResult } from './section-result.ts'
import type { LessonStart } from '../contract/index.ts'
import type { ObservedTimes } from './observe-lesson.ts'

/** The outcome of a lesson, for the request's log line; nothing in it identifies the reader. */
export function traceLesson(
  sections: readonly SectionResult[],
  { lesson, recipe, model }: LessonStart,
  { firstText, whole }: ObservedTimes,
): Readonly<Record<string, unknown>> {
  const rewrites = sections.filter(({ source }) => source === 'rewrite')
  const cached = rewrites.filter((section) => section.cached).length
  return {
    lesson: lesson.slug,
    recipe,
    model: model.name,
    cached,
    written: rewrites.length - cached,
    original: sections.length - rewrites.length,
    reasons: countEach(sections.flatMap(({ reason }) => reason ?? [])),
    rejections: countEach(sections.flatMap(({ rejections = [] }) => rejections)),
    attempts: sections.reduce((sum, section) => sum + (section.cached ? 0 : (section.proof?.attempts ?? 0)), 0),
    ...sections.reduce((sum, { usage }) => addUsage(sum, usage), noUsage),
    first_text_ms: firstText ?? null,
    whole_ms: whole,
  }
}

function countEach(names: readonly string[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, same]) => [name, same.length]))
}
