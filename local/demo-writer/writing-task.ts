/** The levels that a prompt can name. */
export const shiftedLevels = ['as-is', 'simpler', 'deeper'] as const
export type ShiftedLevel = (typeof shiftedLevels)[number]

/** A line of the prompt's glossary, in the reader's language. */
export interface TaskTerm {
  readonly term: string
  readonly aliases: readonly string[]
  readonly plain: string
  readonly comparison: string
}

/** The content of a `[[slot:k1]]`, for reference only. */
export interface TaskSlot {
  readonly id: string
  readonly kind: string
  readonly content: string
}

/** The lesson that contains the section. */
export interface TaskLesson {
  readonly title: string
  /** The language the author wrote in. */
  readonly language: string
  /** The lesson's headings, in reading order. */
  readonly outline: readonly string[]
  readonly glossary: readonly TaskTerm[]
}

/** One prompt of the product, parsed. */
export interface DemoTask {
  readonly task: 'section' | 'note'
  readonly lesson: TaskLesson
  /** The facets in the prompt, by question id; `learning_goals` as in the prompt: `research,hobby`. */
  readonly reader: Readonly<Record<string, string>>
  readonly level: ShiftedLevel
  /** Which explanation the reader asked for: 0, 1, 2. */
  readonly variant: number
  readonly slots: readonly TaskSlot[]
  readonly section: { readonly id: string; readonly heading: string; readonly text: string }
  /** True if the verifier rejected an earlier answer. */
  readonly repair: boolean
}
