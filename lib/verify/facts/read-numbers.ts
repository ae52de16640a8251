import { latinDigits } from './read-measurements.ts'

/** A number in a text, written in digits or as words. */
export interface NumberMention {
  /** In one spelling: `10000` for "10,000" and for "ten thousand"; `1.2.3` for a version. */
  readonly value: string
  /** The numbers that it is made of, where words make one: `10` and `1000`. */
  readonly parts: readonly string[]
  readonly form: 'digits' | 'word' | 'ordinal'
}

const counts: Readonly<Record<string, readonly string[]>> = {
  '0': ['zero', 'صفر'],
  '0.5': ['half', 'halves', 'آدھا', 'آدھے', 'آدھی', 'نصف'],
  '1.5': ['ڈیڑھ'],
  '2.5': ['ڈھائی'],
  '2': ['two', 'both', 'twice', 'double', 'pair', 'دو', 'دونوں', 'دگنا', 'دگنی', 'دوگنا', 'دوہرا', 'جوڑا', 'جوڑی'],
  '3': ['three', 'thrice', 'triple', 'تین', 'تینوں', 'تگنا'],
  '4': ['four', 'چار', 'چاروں', 'quarter', 'چوتھائی'],
  '5': ['five', 'پانچ', 'پانچوں'],
  '6': ['six', 'چھ', 'چھے'],
  '7': ['seven', 'سات'],
  '8': ['eight', 'آٹھ'],
  '9': ['nine', 'نو'],
  '10': ['ten', 'tens', 'دس'],
  '11': ['eleven', 'گیارہ'],
  '12': ['twelve', 'dozen', 'بارہ'],
  '15': ['fifteen', 'پندرہ'],
  '20': ['twenty', 'بیس'],
  '30': ['thirty', 'تیس'],
  '40': ['forty', 'چالیس'],
  '50': ['fifty', 'پچاس'],
  '60': ['sixty', 'ساٹھ'],
}
/** Words that multiply the number before them; alone, they are numbers too, but for the Urdu "سو", which has other meanings. */
const magnitudes: Readonly<Record<string, readonly string[]>> = {
  '100': ['hundred', 'hundreds', 'سو', 'سینکڑوں', 'سیکڑوں'],
  '1000': ['thousand', 'thousands', 'thousandth', 'ہزار', 'ہزاروں', 'ہزارواں'],
  '100000': ['لاکھ', 'لاکھوں'],
  '1000000': ['million', 'millions', 'millionth'],
  '10000000': ['کروڑ'],
}
const ordinals: Readonly<Record<string, readonly string[]>> = {
  '1': ['first', 'پہلا', 'پہلے', 'پہلی'],
  '2': ['second', 'دوسرا', 'دوسرے', 'دوسری'],
  '3': ['third', 'thirds', 'تیسرا', 'تیسرے', 'تیسری', 'تہائی'],
  '4': ['fourth', 'چوتھا', 'چوتھے', 'چوتھی'],
  '5': ['fifth', 'پانچواں', 'پانچویں'],
  '6': ['sixth', 'چھٹا', 'چھٹے', 'چھٹی'],
}
const notAlone = 'سو'

const invert = (table: Readonly<Record<string, readonly string[]>>): Map<string, string> =>
  new Map(Object.entries(table).flatMap(([value, words]) => words.map((word) => [word, value] as const)))
const countOf = invert(counts)
const magnitudeOf = invert(magnitudes)
const ordinalOf = invert(ordinals)

/** Digits that stand for themselves (neither `k2` nor `3D`), and words. */
const token = /(?<![\p{L}\p{N}_])(?:\d{1,3}(?:[,\u202f]\d{3})+|\d+)(?:\.\d+)*(?!\.?\d|D(?!\p{L}))|[\p{L}\p{M}]+/gu

/** Every number in a text, in the order in which they stand. "One" is none: it is an article as often. */
export function readNumbers(text: string): NumberMention[] {
  const mentions: NumberMention[] = []
  let before: NumberMention | undefined
  for (const [found] of latinDigits(text).toLowerCase().matchAll(token)) {
    const magnitude = magnitudeOf.get(found)
    const mention = magnitude === undefined ? readMention(found) : multiply(before, magnitude, found)
    if (magnitude !== undefined && before && mention) mentions.pop()
    if (mention) mentions.push(mention)
    before = mention
  }
  return mentions
}

function readMention(found: string): NumberMention | undefined {
  if (/^\d/.test(found)) return { value: spell(found), parts: [], form: 'digits' }
  const count = countOf.get(found)
  if (count !== undefined) return { value: count, parts: [], form: 'word' }
  const ordinal = ordinalOf.get(found)
  return ordinal === undefined ? undefined : { value: ordinal, parts: [], form: 'ordinal' }
}

function multiply(before: NumberMention | undefined, magnitude: string, found: string): NumberMention | undefined {
  if (before === undefined) return found === notAlone ? undefined : { value: magnitude, parts: [], form: 'word' }
  return {
    value: String(Number(before.value) * Number(magnitude)),
    parts: [before.value, magnitude],
    form: before.form,
  }
}

/** `10000` for "10,000", `0.5` for "0.50"; a version with two dots stays as it is. */
const spell = (digits: string): string => {
  const value = Number(digits.replace(/[,\u202f]/g, ''))
  return Number.isNaN(value) ? digits : String(value)
}

/** The numbers of a source, those within names, code and formulas included. */
export function readKnownNumbers(source: string): Set<string> {
  const digits = (latinDigits(source).match(/\d+(?:,\d{3})*(?:\.\d+)*/g) ?? []).map(spell)
  return new Set([...digits, ...readNumbers(source).flatMap(({ value, parts }) => [value, ...parts])])
}

/** Numbers that are part of a name, by the name: `ROS` has `2`, `Ubuntu` has `24.04`. A sentence may begin with any word. */
export function readNumberedNames(text: string): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>()
  for (const [, name = '', number = ''] of latinDigits(text).matchAll(
    /(?<![\p{L}\p{N}])(\p{Lu}{2,}|(?<=[\p{L},] )\p{Lu}\p{L}+)[ \u00a0-](\d+(?:\.\d+)*)(?![\p{L}\p{N}])/gu,
  ))
    names.set(name, (names.get(name) ?? new Set()).add(number))
  return names
}
