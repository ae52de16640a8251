import { getLanguage } from './get-language.ts'
import type { Question } from './questionnaire.ts'

/** A question in a language; in English where it is not translated. */
export function localiseQuestion<Asked extends Question>(question: Asked, language: string): Asked {
  const words = getLanguage(language).questions?.[question.id]
  if (words === undefined) return question
  const { title, hint } = words
  const choices = question.choices.map((choice) => ({ ...choice, ...words.choices?.[choice.value] }))
  return { ...question, title, hint, choices }
}
