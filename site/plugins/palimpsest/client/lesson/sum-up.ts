import { forYouSection } from '../../../../../lib/rewrite/wire-events.ts'
import { isSettled, type LessonState } from './lesson-state.ts'

/** How far a lesson is: sections settled, of all; the opening note does not count. */
export function countSections({ order, sections }: LessonState): { settled: number; rewritten: number; all: number } {
  const ids = order.map(({ id }) => id).filter((id) => id !== forYouSection)
  return {
    settled: ids.filter((id) => isSettled(sections[id])).length,
    rewritten: ids.filter((id) => sections[id]?.phase === 'rewritten').length,
    all: ids.length,
  }
}

/** The writer's name as the page says it. */
export function writerName(model: LessonState['model']): string {
  return model?.demo === false ? model.name : 'demo writer'
}

const plural = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

/** The lesson added up in one or two sentences, for its end. */
export function sumUp(state: LessonState): string {
  const { rewritten, all } = countSections(state)
  const proofs = state.order
    .filter(({ id }) => id !== forYouSection && state.sections[id]?.phase === 'rewritten')
    .map(({ id }) => state.sections[id]?.proof)
  const parts = proofs.reduce((sum, proof) => sum + (proof?.slots.kept ?? 0), 0)
  const kept = all - rewritten
  const first = `${rewritten} of ${plural(all, 'section', 'sections')} rewritten by ${writerName(state.model)}`
  const second = kept > 0 ? `, ${kept} kept as written` : ''
  const third =
    parts > 0
      ? `; ${parts === 1 ? 'the one code block, formula or figure' : `all ${parts} code blocks, formulas and figures`} in them ${parts === 1 ? 'is' : 'are'} the author’s`
      : ''
  return `${first}${second}${third}.`
}
