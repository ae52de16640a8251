import { makeInert, restoreHeading, restoreSection, type Section } from '../lesson/index.ts'

/**
 * The form of texts in a response: with placeholders as the site uses them, or as whole Markdown with slots and targets
 * restored.
 */
export type Form = 'markdown' | 'slots'

/** A model's masked text in the requested form, made inert: nothing in it acts when rendered. */
export const formRewrite = (section: Section, masked: string, form: Form): string =>
  formOriginal(section, makeInert(masked), form)

/** The author's masked text in the requested form, byte for byte. */
export const formOriginal = (section: Section, masked: string, form: Form): string =>
  form === 'slots' ? masked : restoreSection(section, masked)

/** A model's translated heading in the same way; undefined if the author's is shown. */
export function formHeading(section: Section, masked: string | null | undefined, form: Form): string | undefined {
  if (masked === null || masked === undefined || section.heading?.fixed) return undefined
  const heading = makeInert(`# ${masked}`).slice(2)
  return form === 'slots' ? heading : restoreHeading(section, heading)
}
