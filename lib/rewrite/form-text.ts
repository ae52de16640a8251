import { makeInert, restoreHeading, restoreSection, type Section } from '../lesson/index.ts'

/** How texts leave: with placeholders as the site uses them, or as whole Markdown with slots and targets put back. */
export type Form = 'markdown' | 'slots'

/** A model's masked text as it leaves, in the form that was asked for: nothing in it acts, whoever renders it. */
export const formRewrite = (section: Section, masked: string, form: Form): string =>
  formOriginal(section, makeInert(masked), form)

/** The author's masked text in the form that was asked for: byte for byte theirs. */
export const formOriginal = (section: Section, masked: string, form: Form): string =>
  form === 'slots' ? masked : restoreSection(section, masked)

/** A model's translated heading, likewise; undefined where the author's stands. */
export function formHeading(section: Section, masked: string | null | undefined, form: Form): string | undefined {
  if (masked === null || masked === undefined || section.heading?.fixed) return undefined
  const heading = makeInert(`# ${masked}`).slice(2)
  return form === 'slots' ? heading : restoreHeading(section, heading)
}
