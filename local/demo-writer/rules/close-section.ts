import { rotate, seedOf } from '../choose.ts'
import type { Draft } from '../draft.ts'
import type { ReadingStyle } from '../reading-style.ts'
import { readFeatures } from '../section-features.ts'
import type { DemoTask } from '../writing-task.ts'
import { closingLines } from './closing-lines.ts'

/** A last paragraph that points on to the next lesson: a closing sentence comes before it. */
const pointsOn = /^(?:Next\b|For the\b|Continue\b|Go on\b|The next lesson\b|The robot now\b).*\]\(link:\d+\)[^.]*\.$/s

/** Lines that fit any section come in too, so that the specific ones do not tire. */
const generalLines = 3

/** Ends the section with one sentence of its own, another one at each variant. */
export function closeSection(draft: Draft, { task, style }: { task: DemoTask; style: ReadingStyle }): Draft {
  const { specific, general } = closingLines(style.level, readFeatures(draft, task))
  const seed = seedOf(task.section.id)
  const lines = rotate(
    [...specific, ...rotate(general, seed).slice(0, generalLines)],
    seedOf(task.section.id + task.section.heading),
  )
  const text = lines[task.variant] ?? ''
  const { last } = draft.landmarks
  const at = last && pointsOn.test(last.text) ? last.start : draft.source.length
  return { ...draft, inserts: [...draft.inserts, { at, text }] }
}
