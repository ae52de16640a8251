import type { LanguagePack } from '../../profile/index.ts'
import { oncePer } from '../once-per.ts'
import { latinDigits } from '../reading/latin-digits.ts'

/**
 * Symbols of units with their other spellings, after the SI brochure (BIPM, 9th edition). The language packs have the
 * words: a rewrite may write "5 milliseconds" for "5 ms"; both become "5 ms".
 */
const spellings: Readonly<Record<string, readonly string[]>> = {
  µm: ['μm'],
  'm/s²': ['m/s^2'],
  µs: ['μs', 'us'],
  N·m: ['Nm', 'N m', 'N*m'],
  '°C': ['℃'],
  kB: ['KB'],
  'Mbit/s': ['Mbps'],
}
const symbols =
  'mm cm m µm nm km m/s m/s² km/h g kg s ms µs ns ps min h Hz kHz MHz GHz N kN mN N·m Pa kPa GPa MPa J W mW MW kW Wh kWh V kV mV A mA Ah Ω °C ° rad rad/s rpm % dB B kB MB GB Mbit/s'.split(
    ' ',
  )

const number = String.raw`[-−]?\d{1,3}(?:[,\u202f\u00a0]\d{3})+(?:\.\d+)?|[-−]?\d+(?:\.\d+)?`

interface Units {
  readonly pattern: RegExp
  readonly symbolOf: ReadonlyMap<string, string>
}

/**
 * The units of some languages. The case of symbols matters (mW, MW); that of words does not, and words may have a
 * plural.
 */
const unitsOf = oncePer((packs: readonly LanguagePack[]): Units[] => {
  const words = packs.flatMap(({ measurements = [] }) => measurements)
  const between = words.flatMap((each) => each.between)
  const written = Object.fromEntries(symbols.map((symbol) => [symbol, [symbol, ...(spellings[symbol] ?? [])]]))
  return [
    readUnits(written, { between, plural: '', flags: 'gu' }),
    ...words.map(({ units, plural = '' }) => readUnits(units, { between, plural, flags: 'giu' })),
  ]
})

interface Writing {
  readonly between: readonly string[]
  readonly plural: string
  readonly flags: string
}

function readUnits(forms: Readonly<Record<string, readonly string[]>>, { between, plural, flags }: Writing): Units {
  const symbolOf = new Map(
    Object.entries(forms).flatMap(([symbol, each]) => each.map((form) => [form, symbol] as const)),
  )
  const escaped = [...symbolOf.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((form) => form.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
  // "2 to 4 kHz" measures both 2 kHz and 4 kHz.
  const range = String.raw`(?:(${number})[ \u00a0]?(?:–|-|${between.join('|')})[ \u00a0]?)?`
  const pattern = String.raw`(?<![\p{L}\p{N}.])${range}(${number})[ \u00a0\u202f-]?(${escaped.join('|')})${plural}(?![\p{L}\p{N}])`
  return { pattern: new RegExp(pattern, flags), symbolOf }
}

/** Finds every number with a unit, in one spelling: `12 N·m`, `0.5 s`, `200 Hz`. */
export function findMeasurements(text: string, packs: readonly LanguagePack[]): Set<string> {
  const found = new Set<string>()
  const latin = latinDigits(text)
  for (const { pattern, symbolOf } of unitsOf(packs))
    for (const [, from, value = '', unit = ''] of latin.matchAll(pattern)) {
      const symbol = symbolOf.get(unit) ?? symbolOf.get(unit.toLowerCase())
      if (symbol === undefined) continue
      found.add(`${spellNumber(value)} ${symbol}`)
      if (from !== undefined) found.add(`${spellNumber(from)} ${symbol}`)
    }
  return found
}

const spellNumber = (value: string): string => String(Number(value.replace(/[,\u202f\u00a0]/g, '').replace('−', '-')))
