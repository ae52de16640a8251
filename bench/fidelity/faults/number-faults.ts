import type { Random } from '../../../test/support/random.ts'
import { changeProse, insertSentence } from './change-text.ts'
import type { Fault } from './fault.ts'

const unit = String.raw`(?:mm|cm|km|m\/s|m|kg|g|ms|µs|s|kHz|MHz|Hz|N·m|N|kPa|Pa|kW|W|kWh|Wh|V|A|Ah|°C|°|rad\/s|rad|rpm|%|percent|metres?|millimetres?|seconds?|milliseconds?|minutes?|hours?|degrees?|kilograms?|newtons?|volts?|hertz)(?![\p{L}\p{N}])`
const measured = new RegExp(String.raw`(?<![\p{L}\p{N}.,])\d+(?:[.,]\d+)*(?=[ \u00a0]?${unit})`, 'gu')
const plain = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,/-])\d+(?:[.,]\d+)*(?![\p{L}\p{N}/]|[.,]\d|[ \u00a0]?${unit})`,
  'gu',
)
/** The number of a list's item is none of the sentence's. */
const listMark = /^[ \t>]*\d+[.)] /gm

/** In digits, in English and in Urdu. The Urdu for a hundred is left out: it also means "asleep". */
const writtenNumbers: readonly (readonly [string, string, string])[] = [
  ['2', 'two', 'دو'],
  ['3', 'three', 'تین'],
  ['4', 'four', 'چار'],
  ['5', 'five', 'پانچ'],
  ['6', 'six', 'چھ'],
  ['7', 'seven', 'سات'],
  ['8', 'eight', 'آٹھ'],
  ['9', 'nine', 'نو'],
  ['10', 'ten', 'دس'],
  ['12', 'twelve', 'بارہ'],
  ['20', 'twenty', 'بیس'],
  ['1000', 'thousand', 'ہزار'],
]
const englishNumbers = writtenNumbers.map(([, english]) => english)
const urduNumbers = writtenNumbers.map(([, , urdu]) => urdu)
const numberWord = new RegExp(
  String.raw`(?<![\p{L}\p{M}-])(?:${[...englishNumbers, ...urduNumbers].join('|')})(?![\p{L}\p{M}-])`,
  'giu',
)

/** Another number: one more or less, ten times as much, a tenth, or double. */
function otherNumber(found: string, random: Random): string {
  const value = Number(found.replaceAll(',', ''))
  const changed = random.pick([value + 1, value * 10, value * 2, value + 7, value / 10, Math.max(0, value - 1)])
  return String(Math.round(changed * 1_000) / 1_000)
}

const withoutListMarks = (text: string): string => text.replace(listMark, (mark) => mark.replaceAll(/\d/g, '\ue000'))

/** Changes a number in a sentence, never that of a list's item. */
function changeNumber(
  text: string,
  random: Random,
  { pattern, change }: { readonly pattern: RegExp; readonly change: (found: string) => string },
): string | undefined {
  const marks = text.match(listMark) ?? []
  return changeProse(withoutListMarks(text), random, { pattern, change })?.replaceAll(
    /^[ \t>]*\ue000+[.)] /gm,
    () => marks.shift() ?? '',
  )
}

const changeWithRandom =
  (pattern: RegExp, change: (found: string, random: Random) => string): Fault['inject'] =>
  (text, _task, random) =>
    changeNumber(text, random, { pattern, change: (found) => change(found, random) })

function otherWord(found: string, random: Random): string {
  const words = urduNumbers.includes(found) ? urduNumbers : englishNumbers
  const other = random.pick(words.filter((word) => word !== found.toLowerCase()))
  return /^[A-Z]/.test(found) ? other.charAt(0).toUpperCase() + other.slice(1) : other
}

/** Whether the author gives the number, too: one that only the writer counts cannot be held against anything. */
const isAuthors = (found: string, source: string): boolean =>
  writtenNumbers
    .filter((written) => written.includes(found.toLowerCase()))
    .some(([digits, english]) => new RegExp(String.raw`\b(?:${digits}|${english})\b`, 'i').test(source))

export const numberFaults: readonly Fault[] = [
  {
    name: 'measurement-changed',
    family: 'measurements',
    describe: 'changes a number that has a unit',
    inject: changeWithRandom(measured, otherNumber),
  },
  {
    name: 'unit-changed',
    family: 'measurements',
    describe: 'changes a unit',
    inject: changeWithRandom(new RegExp(String.raw`(?<=\d[ \u00a0]?)${unit}`, 'gu'), (found, random) =>
      random.pick(['kg', 'km', 'ms', 'kV', 'MHz', 'kN', '°C', 'rpm'].filter((other) => other !== found)),
    ),
  },
  {
    name: 'measurement-invented',
    family: 'measurements',
    describe: 'adds a measurement',
    inject: (text, { language }, random) => {
      const value = `${random.below(900) + 13}${random.pick(['', '.7'])} ${random.pick(['V', 'kg', 'ms', 'N·m', 'Hz', '°C', '%'])}`
      const sentence = language === 'ur' ? `یہ قدر ${value} ہے۔` : `In practice this is about ${value}.`
      return insertSentence(sentence)(text, random)
    },
  },
  {
    name: 'number-changed',
    family: 'numbers',
    describe: 'changes a number without a unit: a count, a ratio, a version, a year',
    inject: changeWithRandom(plain, otherNumber),
  },
  {
    name: 'number-word-changed',
    family: 'numbers',
    describe: 'changes a number of the author that is written as a word',
    inject: (text, { masked }, random) =>
      changeProse(text, random, {
        pattern: numberWord,
        change: (found) => (isAuthors(found, masked.text) ? otherWord(found, random) : found),
      }),
  },
  {
    name: 'number-invented',
    family: 'numbers',
    describe: 'adds a number without a unit: a year, a version, a count',
    inject: (text, { language }, random) => {
      const [year, count] = [1950 + random.below(80), 15 + random.below(4_000)]
      const sentences =
        language === 'ur'
          ? [`یہ طریقہ ${year} سے چلا آ رہا ہے۔`, `اس کی ${count} مثالیں موجود ہیں۔`]
          : [
              `This has been so since ${year}.`,
              `There are ${count} known examples of it.`,
              `Version ${count}.2 changed it.`,
            ]
      return insertSentence(random.pick(sentences))(text, random)
    },
  },
  {
    name: 'table-number-changed',
    family: 'measurements',
    describe: 'changes a number in a table',
    inject: (text, _task, random) => {
      const cells = [...text.matchAll(/(?<=\|[^|\n]*?)\d+(?:\.\d+)?(?=[^|\n]*\|)/g)].filter(({ index }) =>
        isInTable(text, index),
      )
      if (cells.length === 0) return undefined
      const { index, 0: found } = random.pick(cells)
      const other = otherNumber(found, random)
      return other === found ? undefined : text.slice(0, index) + other + text.slice(index + found.length)
    },
  },
]

/** In a row of a table, and in no placeholder or code of it. */
function isInTable(text: string, index: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', index) + 1, index)
  return line.startsWith('|') && !/\[\[slot:k$|\(link:$/.test(line) && (line.match(/`/g)?.length ?? 0) % 2 === 0
}
