import type { LessonStart, SectionEnd } from '../../../../../lib/contract/index.ts'
import { ApiProblem } from './call-api.ts'
import { askForSections, type SectionsCall } from './ask-for-sections.ts'
import type { Choice } from '../storage/choices.ts'
import type { SectionRewrite, LessonEvent } from '../state/reduce-lesson.ts'

/**
 * Asks for one section, written as chosen, and waits for the whole of it.
 *
 * @throws ApiProblem when it did not come, or when no rewrite passed the checks (`rewrite-rejected`).
 */
export async function rewriteSection(
  call: Omit<SectionsCall, 'sections' | 'choices'>,
  section: string,
  choice: Choice,
): Promise<SectionRewrite> {
  const blocks: string[] = []
  let plan: LessonStart['sections'][number] | undefined
  let end: SectionEnd | undefined
  const receive = ({ event, data }: LessonEvent): void => {
    if (event === 'lesson-start') {
      plan = data.sections.find(({ id }) => id === section)
    } else if (event === 'section-block') {
      blocks[data.index] = data.markdown
    } else if (event === 'section-end') {
      end = data
    }
  }
  await askForSections({ ...call, sections: [section], choices: { [section]: choice } }, receive)
  const text = end?.markdown === undefined ? blocks : [end.markdown]
  if (!plan || end?.source !== 'rewrite' || text.length === 0) {
    throw new ApiProblem('rewrite-rejected', 0, 'The new rewrite did not pass its checks.')
  }
  const { heading, proof, key, written_at: writtenAt } = end
  const { level, variant } = plan
  return { blocks: Array.from(text, (block) => block ?? ''), heading, proof, key, writtenAt, level, variant }
}
