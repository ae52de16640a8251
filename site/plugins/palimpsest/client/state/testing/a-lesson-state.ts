import { aProof } from '../../../../../../test/support/a-proof.ts'
import { askingLesson, pendingSection, type LessonState, type SectionPhase } from '../lesson-state.ts'

/** A lesson by the demo writer, whose sections are so far; each is headed by its id. */
export function aLessonState(
  phases: Record<string, SectionPhase>,
  phase: LessonState['phase'] = 'streaming',
): LessonState {
  return {
    ...askingLesson,
    phase,
    model: { name: 'demo-writer', demo: true },
    order: Object.keys(phases).map((id) => ({ id, heading: id })),
    sections: Object.fromEntries(
      Object.entries(phases).map(([id, one]) => [id, { ...pendingSection, phase: one, proof: aProof() }]),
    ),
  }
}
