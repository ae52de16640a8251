import type { Answers, QuestionId } from '../../../../../lib/profile/index.ts'
import type { SectionState } from '../state/lesson-state.ts'

/**
 * One difference between a rewrite and the original. `because` names the answers that caused it; it is empty if the reader
 * asked for it on the section.
 */
export interface Difference {
  readonly kind:
    | 'translated'
    | 'explained-more'
    | 'shorter'
    | 'simpler-words'
    | 'for-reader'
    | 'level-simpler'
    | 'level-deeper'
    | 'other-version'
  readonly because: readonly QuestionId[]
}

interface Reading {
  readonly answers: Partial<Answers>
  readonly section: Pick<SectionState, 'facets' | 'proof' | 'level' | 'variant'>
  /** The language that the author wrote in, and the one of the rewrite. */
  readonly from: string
  readonly to: string
}

const newTo: { readonly [Id in QuestionId]?: readonly Answers[Id][] } = {
  education_level: ['high_school'],
  programming_experience: ['none', 'beginner'],
  robotics_background: [false],
  ai_ml_experience: ['none', 'basic'],
}
const atHomeIn: { readonly [Id in QuestionId]?: readonly Answers[Id][] } = {
  education_level: ['graduate', 'professional'],
  programming_experience: ['intermediate', 'advanced'],
  robotics_background: [true],
  ai_ml_experience: ['intermediate', 'advanced'],
}

/** From which ratio of words, or difference in reading grades, a difference is claimed. */
const longerFrom = 1.15
const shorterTo = 0.85
const gradesLower = 1

/**
 * Why a rewrite differs from the original, by the answers that its section depends on. What the proof does not show is not
 * claimed: a text that is about as long and as hard as the original was only written for its reader.
 */
export function findDifferences({ answers, section, from, to }: Reading): Difference[] {
  const { facets, proof, level, variant } = section
  const prior = (Object.keys(newTo) as QuestionId[]).filter((id) => facets.includes(id) && answers[id] !== undefined)
  const novice = prior.filter((id) => holds(newTo[id], answers[id]))
  const expert = prior.filter((id) => holds(atHomeIn[id], answers[id]))
  const translated = from !== to
  const shown = translated ? [] : shownBy(proof, { novice, expert })
  const forReader: Difference[] =
    shown.length === 0 && prior.length > 0 ? [{ kind: 'for-reader', because: prior }] : shown
  return [
    ...(translated ? [{ kind: 'translated', because: ['preferred_language'] } as const] : []),
    ...forReader,
    ...(level === 'as-is' ? [] : [{ kind: `level-${level}`, because: [] } as const]),
    ...(variant === 0 ? [] : [{ kind: 'other-version', because: [] } as const]),
  ]
}

const holds = (values: readonly unknown[] = [], value: unknown): boolean => values.includes(value)

interface Readers {
  readonly novice: readonly QuestionId[]
  readonly expert: readonly QuestionId[]
}

function shownBy(proof: SectionState['proof'], { novice, expert }: Readers): Difference[] {
  if (!proof || proof.words.before === 0) {
    return []
  }
  const growth = proof.words.after / proof.words.before
  const { before, after, measure } = proof.readability ?? { before: null, after: null, measure: null }
  const easier =
    measure === 'flesch-kincaid-grade' && before !== null && after !== null && before - after >= gradesLower
  return [
    ...(growth >= longerFrom && novice.length > 0 ? [{ kind: 'explained-more', because: novice } as const] : []),
    ...(growth <= shorterTo && expert.length > 0 ? [{ kind: 'shorter', because: expert } as const] : []),
    ...(easier && novice.length > 0 ? [{ kind: 'simpler-words', because: novice } as const] : []),
  ]
}
