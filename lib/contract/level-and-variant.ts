/** How far a section leans from the learner's own level: a closed list, since each value is a paid rewrite. */
export const levels = ['as-is', 'simpler', 'deeper'] as const
export type Level = (typeof levels)[number]

/** "Write it differently": how many times the learner may ask before the first text comes round again. */
export const variants = [0, 1, 2] as const
export type Variant = (typeof variants)[number]

/** How one section is read, where that was chosen for it; what is absent is as for the whole lesson. */
export interface SectionChoice {
  readonly level?: Level
  readonly variant?: Variant
}
/** By section id. */
export type SectionChoices = ReadonlyMap<string, SectionChoice>
