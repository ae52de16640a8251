import type { Answers } from './answers.ts'
import { questionnaire, type Question } from './questionnaire.ts'

const questions: readonly Question[] = questionnaire
const weights = { newcomer: -1, expert: 1 } as const

/** How many more answers suggest an expert than a newcomer; negative for a newcomer. */
export function levelOf(answers: Partial<Answers>): number {
  const chosen = questions.flatMap(({ id, choices }) => {
    const answer = (answers as Readonly<Record<string, unknown>>)[id]
    const values = new Set((Array.isArray(answer) ? answer : [answer]).map(String))
    return choices.filter(({ value }) => values.has(value))
  })
  return chosen.reduce((sum, { level }) => sum + (level ? weights[level] : 0), 0)
}
