import { buildNoteSection, type FacetClass } from '../../lib/lesson/index.ts'
import { buildPrompt } from '../../lib/prompt/index.ts'
import { countTokensRoughly } from '../../local/demo-writer/estimate-usage.ts'
import { planUncached } from '../../test/support/plan-task.ts'
import { readSiteLessons } from '../../test/support/site-lessons.ts'
import { usualAnswers } from '../testbed/create-reader.ts'

/** The languages that the simulated learners read; a language that is added to the product costs nothing here. */
export type Language = 'en' | 'ur'

/** What a call for one section takes and gives, in tokens. */
export interface CallTokens {
  /** The part of the prompt that is the same for all sections of a lesson. */
  readonly prefix: number
  readonly rest: number
  readonly output: number
}

export interface BookSection {
  readonly facets: FacetClass
  readonly tokens: Readonly<Record<Language, CallTokens>>
}

/** Tokens of a rewrite for each token of the author's: Urdu needs more than twice as many for the same words. */
export const outputPerToken: Readonly<Record<Language, number>> = { en: 1.15, ur: 2.3 }

const noteTokens: Readonly<Record<Language, number>> = { en: 90, ur: 180 }

/** The book's lessons by their sections that a model writes, the opening note first, with the product's own prompts. */
export async function readBook(): Promise<readonly (readonly BookSection[])[]> {
  const lessons = (await readSiteLessons()).filter(({ locked }) => !locked)
  return Promise.all(
    lessons.map(async (lesson) => {
      const noted = { ...lesson, sections: [await buildNoteSection(lesson), ...lesson.sections] }
      const [en, ur] = await Promise.all(
        (['en', 'ur'] as const).map((preferred_language) =>
          planUncached(noted, { ...usualAnswers, preferred_language }),
        ),
      )
      return (en ?? []).flatMap(({ state, task }, at): BookSection[] => {
        const urdu = ur?.[at]?.task
        if (state === 'as-written' || urdu === undefined) return []
        return [{ facets: task.section.facets, tokens: { en: countTokens(task), ur: countTokens(urdu) } }]
      })
    }),
  )
}

function countTokens(task: Awaited<ReturnType<typeof planUncached>>[number]['task']): CallTokens {
  const { instructions, messages } = buildPrompt(task)
  const language = task.language as Language
  return {
    prefix: countTokensRoughly(instructions),
    rest: countTokensRoughly(messages.map(({ content }) => content).join('')),
    output:
      task.kind === 'note'
        ? noteTokens[language]
        : Math.round(countTokensRoughly(task.masked.text) * outputPerToken[language]),
  }
}
