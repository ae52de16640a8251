/** How far a section moves from the learner's own level. A closed list, since each value is a paid rewrite. */
export const levels = ['as-is', 'simpler', 'deeper'] as const
export type Level = (typeof levels)[number]

/** "Try another explanation": the variants a learner can step through before the first one comes again. */
export const variants = [0, 1, 2] as const
export type Variant = (typeof variants)[number]

/** How one section is read, where the learner chose it; an absent field follows the whole lesson. */
export interface SectionChoice {
  readonly level?: Level
  readonly variant?: Variant
}
/** By section id. */
export type SectionChoices = ReadonlyMap<string, SectionChoice>
