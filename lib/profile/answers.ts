import * as v from 'valibot'
import { questionnaire, type Question } from './questionnaire.ts'

type AnswerTo<Q> = Q extends { kind: 'yes-no' }
  ? boolean
  : Q extends { kind: 'some'; choices: readonly { value: infer Value }[] }
    ? Value[]
    : Q extends { choices: readonly { value: infer Value }[] }
      ? Value
      : never

/** A profile: one answer (facet) to each question. */
export type Answers = { [Q in (typeof questionnaire)[number] as Q['id']]: AnswerTo<Q> }

export type QuestionId = keyof Answers

/** The schema of one question's answer. Multiple choices are returned without repeats, in the questionnaire's order. */
function buildAnswerSchema(question: Question): v.GenericSchema {
  const values = question.choices.map((choice) => choice.value)
  switch (question.kind) {
    case 'yes-no':
      return v.boolean()
    case 'one':
      return v.picklist(values)
    case 'some':
      return v.pipe(
        v.array(v.picklist(values)),
        v.nonEmpty('Choose at least one.'),
        v.transform((chosen) => values.filter((value) => chosen.includes(value))),
      )
  }
}

const entries = Object.fromEntries(
  questionnaire.map((question) => [question.id, buildAnswerSchema(question)]),
) as unknown as { [Id in QuestionId]: v.GenericSchema<Answers[Id]> }

/** The six answers, all required but the language, which defaults to English. */
export const answersEntries = {
  ...entries,
  preferred_language: v.optional(entries.preferred_language, 'en'),
}

/** A complete profile, as it is stored. */
export const answersSchema = v.object(entries)
