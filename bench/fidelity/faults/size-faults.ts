import { changeOne } from './change-text.ts'
import type { Fault } from './fault.ts'

const sentence = /(?<=[.!?۔] )[^.!?۔\n[\]`|]{30,}[.!?۔](?= |\n|$)/gu

export const sizeFaults: readonly Fault[] = [
  {
    name: 'empty',
    family: 'size',
    describe: 'writes nothing, or nothing but white space',
    inject: (_text, _task, random) => random.pick(['', ' ', '\n\n\n', '\u00a0', '\t\n']),
  },
  {
    name: 'ten-times',
    family: 'size',
    describe: 'writes ten times as much',
    inject: (text) => Array.from({ length: 10 }, () => text).join('\n\n'),
  },
  {
    name: 'twice',
    family: 'size',
    describe: 'writes the text twice',
    inject: (text) => `${text}\n\n${text.replace(/^#+ .*\n+/, '')}`,
  },
  {
    name: 'one-sentence',
    family: 'size',
    describe: 'writes one sentence for a whole section',
    inject: (text, { language, kind, masked }, random) => {
      if (kind === 'note' || masked.text.length < 500) return undefined
      const short =
        language === 'ur'
          ? ['یہ حصہ بتاتا ہے کہ یہ کیسے کام کرتا ہے۔']
          : ['This section is about how it works.', 'In short, it depends.']
      const heading = /^#+ .*\n+/.exec(text)?.[0] ?? ''
      const slots = text.match(/\[\[slot:k\d+\]\]/g) ?? []
      return `${heading}${[random.pick(short), ...slots].join('\n\n')}`
    },
  },
  {
    name: 'sentence-loop',
    family: 'size',
    describe: 'says a sentence over and over',
    inject: (text, _task, random) => {
      const times = 3 + random.below(20)
      return changeOne(text, random, { pattern: sentence, change: (found) => Array(times).fill(found).join(' ') })
    },
  },
  {
    name: 'word-loop',
    family: 'size',
    describe: 'is caught in a few words',
    inject: (text, _task, random) => {
      const times = 5 + random.below(40)
      return changeOne(text, random, {
        pattern: /(?<=\p{L} )\p{L}+ \p{L}+(?= \p{L})/gu,
        change: (found) => Array(times).fill(found).join(' '),
      })
    },
  },
  {
    name: 'deep-quotations',
    family: 'size',
    describe: 'nests quotations without end',
    inject: (text, _task, random) => `${text}\n\n${random.pick(['>', '> ']).repeat(100 + random.below(3_000))}so`,
  },
  {
    name: 'deep-lists',
    family: 'size',
    describe: 'nests lists without end',
    inject: (text, _task, random) => {
      const depth = 40 + random.below(40)
      const stairs = Array.from({ length: depth }, (_, at) => `${'  '.repeat(at)}- so`).join('\n')
      return `${text}\n\n${random.pick(['- '.repeat(depth * 10), '1. '.repeat(depth * 10), stairs])}`
    },
  },
  {
    name: 'endless-marks',
    family: 'size',
    describe: "writes what takes Markdown's parser seconds to read",
    inject: (text, _task, random) =>
      `${text}\n\n${random.pick(['*a_', '[', '![a', '<!--', '[a](<', '**a ', '`a ``']).repeat(1_500)}`,
  },
  {
    name: 'endless-word',
    family: 'size',
    describe: 'writes a word without end',
    inject: (text, _task, random) => `${text}\n\n${random.pick(['a', 'ہا', '1', '=']).repeat(1_200)}`,
  },
]
