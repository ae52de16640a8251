import type { GlossaryTerm } from '../../lib/lesson/lesson.ts'

/** The terms of the lesson in `lesson-file.ts`. */
export const glossary: readonly GlossaryTerm[] = ['torque', 'motor', 'joint'].map((term) => ({
  term,
  aliases: [`${term}s`],
  plain: { en: `What a ${term} is.`, ur: 'سادہ لفظوں میں۔' },
  comparison: { en: 'Like a door.', ur: 'جیسے دروازہ۔' },
}))
