import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { cutSentences } from './cut-sentences.ts'

afterEach(() => vi.unstubAllGlobals())

const textsOf = (whole: string, language: string) => cutSentences(whole, language).map(({ text }) => text)

describe.each(['with', 'without'])('%s the browser’s own segmenter', (segmenter) => {
  beforeEach(() => {
    if (segmenter === 'without') vi.stubGlobal('Intl', {})
  })

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
    expect(textsOf('one\nline', 'en')).toEqual(['one line'])
  })

  test('cutSentences() keeps numbers, abbreviations and quotations whole', () => {
    expect(textsOf('It walks at 1.2 m/s, e.g. on a floor. “Stop!” It stops (at once.) Good', 'en')).toEqual([
      'It walks at 1.2 m/s, e.g. on a floor.',
      '“Stop!”',
      'It stops (at once.)',
      'Good',
    ])
  })
})
