import { rotate, seedOf } from '../choose.ts'
import type { Draft } from '../draft.ts'
import type { ReadingStyle } from '../reading-style.ts'
import { readFeatures } from '../section-features.ts'
import type { DemoTask } from '../writing-task.ts'
import { closingLines } from './closing-lines.ts'

/** A last paragraph that leads to the next lesson; a closing sentence goes before it. */
const pointsOn = /^(?:Next\b|For the\b|Continue\b|Go on\b|The next lesson\b|The robot now\b).*\]\(link:\d+\)[^.]*\.$/s

/** How many general lines are mixed in, so that the specific ones do not become tiresome. */
const generalLines = 3

/** Adds a closing sentence, another one for each variant. */
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
