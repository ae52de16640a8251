import { expect, test } from 'vitest'
import { questionnaire } from '../../../../../lib/profile/questionnaire.ts'
import { readAnswer } from './read-answer.ts'

const question = (id: string) => questionnaire.find((one) => one.id === id) ?? questionnaire[0]

test('readAnswer() gives each kind of question its kind of answer', () => {
  expect(readAnswer(question('education_level'), ['graduate'])).toBe('graduate')
  expect(readAnswer(question('robotics_background'), ['false'])).toBe(false)
  expect(readAnswer(question('learning_goals'), ['teaching', 'research'])).toEqual(['research', 'teaching'])
})

test('readAnswer() has no answer while nothing known is pressed', () => {
  expect(readAnswer(question('learning_goals'), [])).toBeUndefined()
  expect(readAnswer(question('education_level'), ['wizard'])).toBeUndefined()
})
