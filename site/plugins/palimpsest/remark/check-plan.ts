import type { Lesson, PlannedSection } from '../../../../lib/lesson/index.ts'

interface Part {
  readonly id: string
  readonly slots: readonly { readonly id: string; readonly kind: string }[]
  readonly links: readonly { readonly number: number }[]
}

/**
 * Makes sure that the page and the published lesson mean the same parts by the same ids.
 *
 * @throws When Docusaurus' tree of a lesson has other sections, slots or links than its file.
 */
export function checkPlan(lesson: Lesson, planned: readonly PlannedSection[]): void {
  const inFile = lesson.sections.filter(({ body }) => body.end > body.start).map(describePart)
  const onPage = planned.filter(({ body }) => body.length > 0).map(describePart)
  const length = Math.max(inFile.length, onPage.length)
  for (let index = 0; index < length; index += 1) {
    if (inFile[index] === onPage[index]) continue
    throw new Error(
      `Cannot wrap lesson ${JSON.stringify(lesson.slug)}: its file has ${inFile[index] ?? 'no further section'}, ` +
        `but Docusaurus reads ${onPage[index] ?? 'no further section'}. List wrapLessons before all other remark ` +
        'plugins, keep remark-math installed, and change no Markdown before it is parsed.',
    )
  }
}

function describePart({ id, slots, links }: Part): string {
  const shown = slots.filter((slot) => slot.kind !== 'hidden').map((slot) => `${slot.id} (${slot.kind})`)
  const parts = [...shown, ...links.map((link) => `link:${link.number}`)]
  return `section ${JSON.stringify(id)} with ${parts.length === 0 ? 'no slots' : parts.join(', ')}`
}
