import { getLanguage, type Phrases, type Question } from '../../../../../lib/profile/index.ts'

/** A phrase in the language that the reader has just chosen, which need not be the page's. */
export const phraseIn = (language: string, phrase: keyof Phrases): string => getLanguage(language).phrases[phrase]

/** "Question 2 of 6". */
export const questionOf = (number: number, count: number, language: string): string =>
  phraseIn(language, 'questionOf').replace('{number}', String(number)).replace('{count}', String(count))

/** What is said beside a question that was passed over. */
export const missingAnswer = (question: Question, language: string): string =>
  phraseIn(language, question.kind === 'some' ? 'chooseSome' : 'chooseOne')
