import type { SectionResult } from './section-result.ts'
import type { Proof, Usage } from '../contract/index.ts'
import { boundOf, type Measure, type Observation } from '../insights/index.ts'

/** How long a lesson took, in milliseconds since the request. */
export interface ObservedTimes {
  /** Until the first rewritten text was sent; undefined if none was. */
  readonly firstText: number | undefined
  readonly whole: number
}

interface ObservedLesson {
  readonly sections: readonly SectionResult[]
  /** True if the whole lesson was requested, not single sections. */
  readonly whole: boolean
  /** Proofs of the version that the request says the reader has; undefined if it names none. */
  readonly held?: readonly Proof[] | undefined
  readonly model: string
  readonly times: ObservedTimes
  /** Its slug if it is published; an integrator's text is counted without a name. */
  readonly published: string | undefined
}

/** The observations that a resolved lesson adds to the insights; none of them identifies the reader. */
export function observeLesson(lesson: ObservedLesson): Observation[] {
  const { sections, model } = lesson
  return [
    ...observeReading(lesson),
    ...sections.flatMap(observeOutcome),
    ...sections.flatMap(({ rejections = [] }) => rejections.map((reason) => one('rejection', reason))),
    ...sections.flatMap(({ usage }) => observeUsage(usage, model)),
    ...sections.flatMap(observeSaved),
  ]
}

function observeReading({ sections, whole, held, times, published }: ObservedLesson): Observation[] {
  if (held) return [one('lessons', 'cached'), ...held.flatMap((proof) => [one('sections', 'cached'), ...saved(proof)])]
  return whole ? observeWhole(sections, times) : sections.flatMap((section) => observeRequested(section, published))
}

const one = (measure: Measure, label: string): Observation => ({ measure, label, amount: 1 })

function observeWhole(sections: readonly SectionResult[], { firstText, whole }: ObservedTimes): Observation[] {
  if (sections.every(isAsWritten)) return []
  const kind = sections.every((section) => isAsWritten(section) || wasCached(section)) ? 'cached' : 'written'
  return [
    one('lessons', kind),
    ...(firstText === undefined ? [] : [one(`first-text-${kind}`, boundOf(firstText))]),
    one(`whole-${kind}`, boundOf(whole)),
  ]
}

/** A single section is requested when a reader wants it changed; the label is its address on the page. */
function observeRequested({ planned: { task } }: SectionResult, published: string | undefined): Observation[] {
  if (published === undefined) return []
  const label = `${published}#${task.section.id}`
  if (task.level !== 'as-is') return [one(`asked-${task.level}`, label)]
  return task.variant > 0 ? [one('asked-differently', label)] : []
}

const isAsWritten = ({ planned }: SectionResult): boolean => planned.state === 'as-written'
const wasCached = ({ planned }: SectionResult): boolean => planned.state === 'cached'

/** Sections that are never rewritten (no prose, locked) have no outcome. */
function observeOutcome(section: SectionResult): Observation[] {
  const { source, cached, reason } = section
  if (isAsWritten(section)) return []
  if (source === 'rewrite') return [one('sections', cached ? 'cached' : 'written')]
  return [one('sections', 'original'), ...(reason === undefined ? [] : [one('originals', reason)])]
}

function observeUsage({ input_tokens, cached_input_tokens, output_tokens }: Usage, model: string): Observation[] {
  if (input_tokens === null || output_tokens === null) return [one('uncounted-calls', model)]
  return [
    { measure: 'input-tokens', label: model, amount: input_tokens },
    { measure: 'cached-input-tokens', label: model, amount: cached_input_tokens ?? 0 },
    { measure: 'output-tokens', label: model, amount: output_tokens },
  ]
}

/** The tokens a cached rewrite cost are those it would cost again without the cache. */
function observeSaved({ cached, source, proof }: SectionResult): Observation[] {
  return !cached || source === 'original' || proof === null ? [] : saved(proof)
}

const saved = ({ model, usage }: Proof): Observation[] => [
  { measure: 'saved-input-tokens', label: model, amount: usage.input_tokens ?? 0 },
  { measure: 'saved-output-tokens', label: model, amount: usage.output_tokens ?? 0 },
]
