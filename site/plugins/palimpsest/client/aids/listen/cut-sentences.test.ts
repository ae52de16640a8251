import { expect, test } from 'vitest'
import { cutSentences } from './cut-sentences.ts'

test('cutSentences() says where each sentence stands, without the space around it', () => {
  const whole = ' It moves.\n Does it fall?  '
  const cut = cutSentences(whole, 'en')
  expect(cut.map(({ text }) => text)).toEqual(['It moves.', 'Does it fall?'])
  expect(cut.map(({ start, end }) => whole.slice(start, end))).toEqual(['It moves.', 'Does it fall?'])
})

test('cutSentences() ends Urdu sentences at their own full stop', () => {
  expect(cutSentences('یہ چلتا ہے۔ کیا یہ گرتا ہے؟', 'ur')).toHaveLength(2)
})

test('cutSentences() passes over what cannot be said, and joins broken lines', () => {
  expect(cutSentences('— …', 'en')).toEqual([])
  expect(cutSentences('one\nline', 'en').map(({ text }) => text)).toEqual(['one line'])
})
