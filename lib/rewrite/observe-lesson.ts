import type { SectionResult } from './section-result.ts'
import type { Proof, Usage } from '../contract/index.ts'
import { boundOf, type Measure, type Observation } from '../insights/index.ts'

/** How long a lesson took, in milliseconds since it was asked for. */
export interface ObservedTimes {
  /** Until the first rewritten text left; undefined when none did. */
  readonly firstText: number | undefined
  readonly whole: number
}

interface ObservedLesson {
  readonly sections: readonly SectionResult[]
  /** Whether all of it was asked for, and not single sections. */
  readonly whole: boolean
  /** The proofs of what the reader has by a finished version's key; undefined when no version was named. */
  readonly held?: readonly Proof[] | undefined
  readonly model: string
  readonly times: ObservedTimes
  /** Its slug when it is published; text of an integrator's is counted, but not named. */
  readonly published: string | undefined
}

/** What a resolved lesson adds to the insights. Nothing in it tells who asked. */
export function observeLesson(lesson: ObservedLesson): Observation[] {
  const { sections, model } = lesson
  return [
    ...observeReading(lesson),
    ...sections.flatMap(observeOutcome),
    ...sections.flatMap(({ rejections = [] }) => rejections.map((reason) => one('turned-down', reason))),
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

/** Single sections are asked for when a reader wants one told otherwise; the label is the page's own address of it. */
function observeRequested({ planned: { task } }: SectionResult, published: string | undefined): Observation[] {
  if (published === undefined) return []
  const label = `${published}#${task.section.id}`
  if (task.level !== 'as-is') return [one(`asked-${task.level}`, label)]
  return task.variant > 0 ? [one('asked-differently', label)] : []
}

const isAsWritten = ({ planned }: SectionResult): boolean => planned.state === 'as-written'
const wasCached = ({ planned }: SectionResult): boolean => planned.state === 'cached'

/** What stands as the author wrote it by plan (no prose, locked) is no outcome of anything. */
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

/** What a rewrite cost when it was written is what it would cost again without a cache. */
function observeSaved({ cached, source, proof }: SectionResult): Observation[] {
  return !cached || source === 'original' || proof === null ? [] : saved(proof)
}

const saved = ({ model, usage }: Proof): Observation[] => [
  { measure: 'saved-input-tokens', label: model, amount: usage.input_tokens ?? 0 },
  { measure: 'saved-output-tokens', label: model, amount: usage.output_tokens ?? 0 },
]
