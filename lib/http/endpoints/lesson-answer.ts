import type { AnsweredSection, LessonAnswer } from '../../contract/index.ts'
import { forYouSection, restoreLesson, type Section } from '../../lesson/index.ts'
import {
  describeReading,
  type Form,
  formHeading,
  formOriginal,
  formRewrite,
  identifyRewrite,
  type Personalized,
  type SectionResult,
  summarise,
} from '../../rewrite/index.ts'

/** The JSON answer of `POST /api/personalize`; waits until every section is resolved. */
export async function buildLessonAnswer(
  { start, results }: Personalized,
  { form, now }: { readonly form: Form; readonly now: () => number },
): Promise<LessonAnswer> {
  const sections = await results
  const summary = summarise(sections, now())
  return {
    personalized_content: buildMarkdown(sections),
    cached: sections.every(({ cached, planned }) => cached || planned.state === 'as-written'),
    generated_at: summary.generated_at,
    lesson: {
      ...start.lesson,
      content_hash: start.content_hash,
      key: start.key,
      recipe: start.recipe,
      model: start.model,
    },
    sections: sections.map((section) => buildSection(section, form)),
    summary,
  }
}

/** The whole lesson as Markdown: the opening note first, slots and link targets restored. */
function buildMarkdown(sections: readonly SectionResult[]): string {
  const note = sections.find(({ planned }) => planned.task.section.id === forYouSection)
  const lesson = restoreLesson(
    sections
      .filter((section) => section !== note)
      .map(({ planned, markdown, heading }) => ({
        section: planned.task.section,
        text: markdown === undefined ? null : formRewrite(planned.task.section, markdown, 'markdown'),
        ...headingOf(planned.task.section, heading),
      })),
  )
  if (note?.markdown === undefined) return lesson
  return `${formRewrite(note.planned.task.section, note.markdown, 'markdown')}\n\n${lesson}`
}

/** The heading's link targets are restored by `restoreLesson`. */
function headingOf(section: Section, masked: string | undefined): { readonly heading?: string } {
  const heading = formHeading(section, masked, 'slots')
  return heading === undefined ? {} : { heading }
}

function buildSection(results: SectionResult, form: Form): AnsweredSection {
  const { planned, source, cached, reason, heading, markdown, proof } = results
  const { section, masked } = planned.task
  return {
    id: section.id,
    source,
    cached,
    ...(reason === undefined ? {} : { reason }),
    heading: formHeading(section, heading, form) ?? section.heading?.text ?? null,
    markdown:
      markdown === undefined
        ? formOriginal(section, section.id === forYouSection ? '' : masked.text, form)
        : formRewrite(section, markdown, form),
    proof,
    ...identifyRewrite(results),
    ...describeReading(planned),
  }
}
