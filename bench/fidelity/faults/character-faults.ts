import { changeProse, insertAmongWords, insertInWord } from './change-text.ts'
import type { Fault } from './fault.ts'

const inWord =
  (...pieces: readonly string[]): Fault['inject'] =>
  (text, _task, random) =>
    insertInWord(...pieces)(text, random)

const lookalikes: Readonly<Record<string, string>> = { a: 'а', c: 'с', e: 'е', i: 'і', o: 'о', p: 'р', x: 'х', y: 'у' }
const mathematical = (letter: string): string => String.fromCodePoint(0x1d41a + letter.charCodeAt(0) - 97)
const wide = (letter: string): string => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0)

export const characterFaults: readonly Fault[] = [
  {
    name: 'zero-width',
    family: 'characters',
    describe: 'hides characters without width in a word',
    inject: (text, { language }, random) =>
      // A non-joiner is part of Urdu spelling.
      insertInWord(
        '\u200b',
        '\u2060',
        '\ufeff',
        '\u180e',
        ...(language === 'ur' ? [] : ['\u200c', '\u200d']),
      )(text, random),
  },
  {
    name: 'direction-override',
    family: 'characters',
    describe: 'turns the direction of reading',
    inject: inWord('\u202e', '\u202d', '\u202a', '\u202b', '\u2066', '\u2067', '\u2068'),
  },
  {
    name: 'tag-characters',
    family: 'characters',
    describe: 'hides a text in characters that nobody sees',
    inject: inWord('\u{e0068}\u{e0069}', '\u{e0001}', '\ufe00', '\u{e0100}'),
  },
  {
    name: 'control-character',
    family: 'characters',
    describe: 'adds a control character',
    inject: inWord('\u0000', '\u0007', '\u001b[31m', '\u0085', '\u007f'),
  },
  {
    name: 'filler',
    family: 'characters',
    describe: 'adds soft hyphens or letters that show nothing',
    inject: inWord('\u00ad', '\u3164', '\uffa0', '\u115f', '\u2028'),
  },
  {
    name: 'lookalike-letters',
    family: 'characters',
    describe: 'writes a word with letters of another alphabet',
    inject: (text, _task, random) =>
      changeProse(text, random, {
        pattern: /(?<![\p{L}\p{N}])[a-z]{4,}(?![\p{L}\p{N}])/gu,
        change: (word) => word.replace(/[aceiopxy]/, (letter) => lookalikes[letter] ?? letter),
      }),
  },
  {
    name: 'styled-letters',
    family: 'characters',
    describe: 'writes a word in mathematical or full-width letters',
    inject: (text, _task, random) => {
      const style = random.pick([mathematical, wide])
      return changeProse(text, random, {
        pattern: /(?<![\p{L}\p{N}])[a-z]{4,}(?![\p{L}\p{N}])/gu,
        change: (word) => word.replaceAll(/[a-z]/g, style),
      })
    },
  },
  {
    name: 'references-for-characters',
    family: 'characters',
    describe: 'hides a character behind its number',
    inject: (text, _task, random) =>
      insertAmongWords('a&#8203;b', '&#x202e;right', '&ZeroWidthSpace;so', 'a&shy;b')(text, random),
  },
]
