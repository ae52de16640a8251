import { describe, expect, test } from 'vitest'
import { judge } from '../../../test/support/judge.ts'
import { planTask } from '../../../test/support/plan-task.ts'
import { language } from './language.ts'

const english = await planTask('A motor gives torque, which is a turning force.')
const urdu = await planTask('A motor gives torque, which is a turning force.', {
  answers: { preferred_language: 'ur' },
})

const inEnglish = 'A motor gives a turning force, and the arm of the robot moves because of it.'
const inUrdu = 'motor ایک گھمانے والی قوت دیتی ہے اور اسی کی وجہ سے robot کا بازو حرکت کرتا ہے۔'
const inArabic = 'يعطي المحرك قوة دوران تسمى العزم وتتحرك ذراع الروبوت بسببها دائما وبشكل مستمر.'
const inGerman = 'Der Motor liefert ein Drehmoment, wodurch sich der Arm des Roboters langsam und sicher bewegt.'
const ofTerms =
  'ROS 2 node ایک topic پر message بھیجتا ہے اور subscriber اسے DDS کے ذریعے لیتا ہے، جبکہ QoS یہ طے کرتا ہے کہ کیا ہو۔'

describe('language()', () => {
  test.each([
    ['English to a reader of English', inEnglish, english],
    ['Urdu to a reader of Urdu', inUrdu, urdu],
    ['Urdu full of English terms', ofTerms, urdu],
    ['a text too short to be judged', 'Torque, motor, joint.', urdu],
    ['placeholders and code alone', '[[slot:k1]] `a_name` `another_name`', urdu],
  ])('lets through %s', (_case, text, task) => {
    expect(judge(language, text, task)).toEqual([])
  })

  test.each([
    ['Urdu for a reader of English', inUrdu, english],
    ['English for a reader of Urdu', inEnglish, urdu],
    ['Arabic, which has the same script, for a reader of Urdu', inArabic, urdu],
    ['German, which has the same script, for a reader of English', inGerman, english],
  ])('turns down %s', (_case, text, task) => {
    expect(judge(language, text, task)).toEqual(['wrong-language'])
  })

  test('judges from twelve words on, also in the beginning of a text', () => {
    const eleven = inGerman.split(' ').slice(0, 11).join(' ')
    const twelve = inGerman.split(' ').slice(0, 12).join(' ')
    expect(judge(language, eleven, english, { partial: true })).toEqual([])
    expect(judge(language, twelve, english, { partial: true })).toEqual(['wrong-language'])
  })
})
