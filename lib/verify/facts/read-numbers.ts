import type { LanguagePack } from '../../profile/index.ts'
import { oncePer } from '../once-per.ts'
import { splitPassages } from '../reading/candidate.ts'
import { latinDigits } from '../reading/latin-digits.ts'
import type { Fact } from './compare-facts.ts'

/** A number in a text, written in digits or as words. */
export interface NumberMention extends Fact {
  /** The numbers that its words consist of: `10` and `1000`. */
  readonly parts: readonly string[]
  /** Ordinals are weak: an order can be described without numbers, or with other ones. */
  readonly form: 'digits' | 'word' | 'ordinal'
}

interface Words {
  readonly countOf: ReadonlyMap<string, string>
  readonly magnitudeOf: ReadonlyMap<string, string>
  readonly ordinalOf: ReadonlyMap<string, string>
  readonly notAlone: ReadonlySet<string>
}

/** The values of number words of some languages; if two share a word, the first language's counts. */
const wordsOf = oncePer((packs: readonly LanguagePack[]): Words => {
  const words = packs.flatMap(({ numbers = [] }) => numbers).toReversed()
  return {
    countOf: invert(words.map(({ counts }) => counts)),
    magnitudeOf: invert(words.map(({ magnitudes }) => magnitudes)),
    ordinalOf: invert(words.map(({ ordinals }) => ordinals)),
    notAlone: new Set(words.flatMap(({ notAlone = [] }) => notAlone)),
  }
})

const invert = (tables: readonly Readonly<Record<string, readonly string[]>>[]): Map<string, string> =>
  new Map(
    tables
      .flatMap(Object.entries)
      .flatMap(([value, words]: [string, readonly string[]]) => words.map((word) => [word, value] as const)),
  )

/** Numbers in digits (not within `k2` or `3D`), and words. */
const token = /(?<![\p{L}\p{N}_])(?:\d{1,3}(?:[,\u202f]\d{3})+|\d+)(?:\.\d+)*(?!\.?\d|D(?!\p{L}))|[\p{L}\p{M}]+/gu

/** Reads every number in a text, in order. */
export const readNumbers = (text: string, packs: readonly LanguagePack[]): NumberMention[] =>
  splitPassages(text).flatMap((passage) => readPassage(passage, wordsOf(packs)))

function readPassage(passage: string, words: Words): NumberMention[] {
  const mentions: NumberMention[] = []
  let before: NumberMention | undefined
  for (const [found] of latinDigits(passage).toLowerCase().matchAll(token)) {
    const magnitude = words.magnitudeOf.get(found)
    const isAlone = before === undefined && words.notAlone.has(found)
    const mention =
      magnitude === undefined ? readMention(found, words) : isAlone ? undefined : multiply(before, magnitude)
    if (magnitude !== undefined && before && mention) mentions.pop()
    if (mention) mentions.push(mention)
    before = mention
  }
  return mentions
}

function readMention(found: string, { countOf, ordinalOf }: Words): NumberMention | undefined {
  if (/^\d/.test(found)) return { value: spell(found), parts: [], form: 'digits' }
  const count = countOf.get(found)
  if (count !== undefined) return { value: count, parts: [], form: 'word' }
  const ordinal = ordinalOf.get(found)
  return ordinal === undefined ? undefined : { value: ordinal, parts: [], form: 'ordinal', isWeak: true }
}

function multiply(before: NumberMention | undefined, magnitude: string): NumberMention {
  if (before === undefined) return { value: magnitude, parts: [], form: 'word' }
  const value = String(Number(before.value) * Number(magnitude))
  return { ...before, value, parts: [before.value, magnitude] }
}

/** `10000` for "10,000", `0.5` for "0.50"; a version with two dots stays as it is. */
const spell = (digits: string): string => {
  const value = Number(digits.replace(/[,\u202f]/g, ''))
  return Number.isNaN(value) ? digits : String(value)
}

/** The numbers of a source, including those in names, code and formulas. */
export function readKnownNumbers(source: string, packs: readonly LanguagePack[]): Set<string> {
  const digits = (latinDigits(source).match(/\d+(?:,\d{3})*(?:\.\d+)*/g) ?? []).map(spell)
  return new Set([...digits, ...readNumbers(source, packs).flatMap(({ value, parts }) => [value, ...parts])])
}

/**
 * Numbers that are part of a name, by name: `Python` has `3`, `Ubuntu` has `24.04`. The first word of a sentence is not
 * taken for a name.
 */
export function readNumberedNames(text: string): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>()
  for (const [, name = '', number = ''] of latinDigits(text).matchAll(
    /(?<![\p{L}\p{N}])(\p{Lu}{2,}|(?<=[\p{L},] )\p{Lu}\p{L}+)[ \u00a0-](\d+(?:\.\d+)*)(?![\p{L}\p{N}])/gu,
  ))
    names.set(name, (names.get(name) ?? new Set()).add(number))
  return names
}
