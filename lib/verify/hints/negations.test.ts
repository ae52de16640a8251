import { describe, expect, test } from 'vitest'
import { planTask } from '../../../test/support/plan-task.ts'
import { verifyRewrite } from '../verify-rewrite.ts'

const source = `The torque of the ankle must not exceed the limit, and the guard stays closed. A sensor never sleeps.
The robot can lift the cup, but it does not know how full it is. You cannot make them safe with a button alone. The
edge does not move. There is no undo, no pause and no copy. Which points can the hand never reach? The foot does not slip on dry wood.`
const task = await planTask(source)
const judge = (text: string): string[] => verifyRewrite(text, task).findings.map(({ reason }) => reason)

test.each([
  ['says everything as it was', source],
  [
    'says it in other words',
    source.replace('The foot does not slip on dry wood', 'On dry wood the foot never leaves its place'),
  ],
  ['moves the negation', source.replace('must not exceed the limit', 'must never go beyond the limit')],
  ['splits the sentence', source.replace('limit, and the', 'limit. The')],
  ['contracts it', source.replace('does not move', "doesn't move").replace('You cannot', "You can't")],
  ['asks first', source.replace('The edge does not move.', 'Does the edge move? It does not.')],
  [
    'says what would be',
    source.replace('The edge does not move.', 'If the edge did move, it would be seen. It is still.'),
  ],
])('negations() accepts a text that %s', (_name, text) => {
  expect(judge(text)).toEqual([])
})

test.each([
  ['must not', source.replace('must not exceed', 'must exceed')],
  [
    'must not, in a sentence that was split',
    source.replace('must not exceed the limit, and', 'must exceed the limit. And'),
  ],
  ['never', source.replace('never sleeps', 'sleeps')],
  ['does not', source.replace('does not know', 'knows')],
  ['cannot', source.replace('cannot make', 'can make')],
  ['does not, in a sentence of four words', source.replace('does not move', 'moves')],
  ['no', source.replace('is no undo', 'is undo')],
  ['one no of three', source.replace('no pause', 'pause')],
  [
    'a negation, though the sentence is in other words',
    source.replace('does not know how full it is', 'has to guess how full'),
  ],
  ['never, in a question', source.replace('hand never reach', 'hand reach')],
  ['nothing, but has a "not" of its own', source.replace('The robot can lift', 'The robot can not lift')],
  ['nothing, but has a "not" after must', source.replace('the guard stays', 'the guard never stays')],
])('negations() turns down a text that lost %s', (_name, text) => {
  expect(judge(text)).toEqual(['negation-lost'])
})

test('negations() knows negations that do not negate, and words that stand for one', async () => {
  const closed = await planTask(
    'It needs nothing but Python. Not every robot has a hand. The two bodies do not pass through each other.',
  )
  const rewritten =
    'Python is all that it needs. Some robots have a hand. A rule keeps the two bodies from passing through each other.'
  expect(verifyRewrite(rewritten, closed).findings).toEqual([])
})

test('negations() turns down a translation that lost one negation of several', async () => {
  const translating = await planTask('A sensor never sleeps. It does not move, whatever the weather is today.', {
    answers: { preferred_language: 'ur' },
  })
  const reasons = (text: string) => verifyRewrite(text, translating).findings.map(({ reason }) => reason)
  expect(reasons('یہ sensor کبھی نہیں سوتا۔ آج موسم کیسا بھی ہو، یہ اپنی جگہ سے نہیں ہلتا۔')).toEqual([])
  expect(reasons('یہ sensor کبھی نہیں سوتا۔ آج موسم کیسا بھی ہو، یہ اپنی جگہ سے ہلتا ہے۔')).toEqual(['negation-lost'])
})

test('negations() turns down a translated passage that lost its only negation', async () => {
  const translating = await planTask('A sensor is quick.\n\nIt does not sleep at night, whatever the weather.', {
    answers: { preferred_language: 'ur' },
  })
  const reasons = (text: string) => verifyRewrite(text, translating).findings.map(({ reason }) => reason)
  expect(reasons('یہ sensor تیز ہے۔\n\nموسم کیسا بھی ہو، یہ رات کو نہیں سوتا۔')).toEqual([])
  expect(reasons('یہ sensor تیز ہے۔\n\nموسم کیسا بھی ہو، یہ رات کو سوتا ہے۔')).toEqual(['negation-lost'])
})

const hand = await planTask(
  'The torque of the wrist is small, and the fingers close around a cup. The readings of the gyroscope drift slowly over an hour. Measure the distance of the wall with the median of ten readings.',
)

test.each([
  [
    'says what the author does, in other words',
    'A wrist has little torque; its fingers close around the cup. Over an hour, what the gyroscope reads drifts slowly. Take ten readings of the distance of the wall, and their median.',
  ],
  [
    'says no where the author does not, of something else',
    'The torque of the wrist does not amount to much, and the fingers close around a cup. The readings of the gyroscope drift slowly over an hour. Measure the distance of the wall with the median of ten readings, and do not hurry.',
  ],
  [
    'says how something is not to be done',
    'The torque of the wrist is small, and the fingers close around a cup. The readings of the gyroscope drift slowly over an hour. Measure the distance of the wall with the median of ten readings, and not with one reading alone.',
  ],
])('negations() accepts a text that %s', (_name, text) => {
  expect(verifyRewrite(text, hand).findings).toEqual([])
})

test.each([
  [
    'what the author states, in other words',
    'A wrist has little torque; its fingers close around the cup. Over one hour, what the gyroscope says is not going to drift slowly. Take ten readings of the distance of the wall, and their median.',
  ],
  [
    'what the author states, in the sentence of the author',
    'A wrist has little torque, and the fingers do not close around a cup. Over an hour, what the gyroscope reads drifts slowly. Take ten readings of the distance of the wall, and their median.',
  ],
])('negations() turns down a text that negates %s', (_name, text) => {
  expect(verifyRewrite(text, hand).findings.map(({ reason }) => reason)).toEqual(['negation-lost'])
})

describe('negations() in a translation to Urdu', () => {
  const answers = { preferred_language: 'ur' } as const
  const reasonsFor = async (author: string, text: string): Promise<string[]> =>
    verifyRewrite(text, await planTask(author, { answers })).findings.map(({ reason }) => reason)

  test.each([
    ['whatever', 'A sensor is quick, whatever the weather is.', 'موسم کیسا ہی کیوں نہ ہو، یہ sensor تیز ہے۔'],
    ['whether', 'The caller sees whether the joint arrived.', 'بلانے والا دیکھتا ہے کہ joint پہنچ گیا ہے یا نہیں۔'],
    ['until', 'It waits until the motor answers.', 'یہ اس وقت تک رکتا ہے جب تک motor جواب نہ دے۔'],
    ['until, in the other mood', 'It waits until the motor answers.', 'جب تک motor جواب نہیں دیتی، یہ رکتا ہے۔'],
  ])('knows the "no" of %s, which denies nothing', async (_name, author, text) => {
    expect(await reasonsFor(author, text)).toEqual([])
  })

  test.each([
    ['a statement', 'It sleeps at night.', 'یہ رات کو نہیں سوتا۔'],
    [
      'what comes after such an idiom',
      'The caller sees whether the joint arrived. Then the arm moves on to the next place.',
      'بلانے والا دیکھتا ہے کہ joint پہنچ گیا ہے یا نہیں۔ پھر بازو اگلی جگہ پر نہیں جاتا۔',
    ],
  ])('turns down a passage that negates %s', async (_name, author, text) => {
    expect(await reasonsFor(author, text)).toEqual(['negation-lost'])
  })

  const author =
    'A sensor is quick.\n\nIt does not sleep at night, whatever the weather.\n\nIt never stands still for long.'
  const started = 'یہ sensor تیز ہے۔'
  test.each([
    ['shows what has lost nothing so far', started, []],
    ['shows a passage with its negation', `${started}\n\nموسم کیسا بھی ہو، یہ رات کو نہیں سوتا۔`, []],
    ['holds a passage back that lost it', `${started}\n\nموسم کیسا بھی ہو، یہ رات کو سوتا ہے۔`, ['negation-lost']],
    [
      'shows two passages of the author’s as one',
      `${started} موسم کیسا بھی ہو، یہ رات کو نہیں سوتا۔\n\nیہ زیادہ دیر کبھی نہیں رکتا۔`,
      [],
    ],
  ])('%s, while it is being written', async (_name, text, reasons) => {
    const { findings } = verifyRewrite(text, await planTask(author, { answers }), { partial: true })
    expect(findings.map(({ reason }) => reason)).toEqual(reasons)
  })
})
