import {
  getLanguage,
  localiseQuestion,
  type Question,
  type QuestionId,
  questionnaire,
} from '../../../../../lib/profile/index.ts'

/** Each answer in a few words, in one language: a tenth of the questionnaire, and all that a lesson says of a profile. */
export interface FacetWords {
  readonly comma: string
  readonly questions: readonly {
    readonly id: QuestionId
    readonly choices: readonly { readonly value: string; readonly brief: string }[]
  }[]
}

export function facetWordsIn(language: string): FacetWords {
  const questions = questionnaire.map((question) => ({
    id: question.id,
    choices: localiseQuestion<Question>(question, language).choices.map(({ value, brief }) => ({ value, brief })),
  }))
  return { comma: getLanguage(language).comma, questions }
}
