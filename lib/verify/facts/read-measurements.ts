/**
 * Units by the way they are written. A rewrite may say "5 milliseconds" for "5 ms"; both become "5 ms". Symbols after
 * the SI brochure (BIPM, 9th edition); the words are English and Urdu.
 */
const unitWords: Readonly<Record<string, readonly string[]>> = {
  mm: ['mm', 'millimetre', 'millimeter', 'ملی میٹر'],
  cm: ['cm', 'centimetre', 'centimeter', 'سینٹی میٹر'],
  m: ['m', 'metre', 'meter', 'میٹر'],
  µm: ['µm', 'μm', 'micrometre', 'micrometer'],
  nm: ['nm', 'nanometre', 'nanometer'],
  km: ['km', 'kilometre', 'kilometer', 'کلومیٹر', 'کلو میٹر'],
  'm/s': ['m/s', 'metre per second', 'meter per second', 'metres per second', 'meters per second', 'میٹر فی سیکنڈ'],
  'm/s²': ['m/s²', 'm/s^2'],
  'km/h': ['km/h', 'کلومیٹر فی گھنٹہ'],
  g: ['g', 'gram', 'گرام'],
  kg: ['kg', 'kilogram', 'کلوگرام', 'کلو گرام'],
  s: ['s', 'sec', 'second', 'سیکنڈ', 'سیکنڈز'],
  ms: ['ms', 'millisecond', 'ملی سیکنڈ'],
  µs: ['µs', 'μs', 'us', 'microsecond'],
  ns: ['ns', 'nanosecond'],
  ps: ['ps', 'picosecond'],
  min: ['min', 'minute', 'منٹ'],
  h: ['h', 'hour', 'گھنٹے', 'گھنٹہ', 'گھنٹوں'],
  Hz: ['Hz', 'hertz', 'ہرٹز'],
  kHz: ['kHz', 'kilohertz'],
  MHz: ['MHz', 'megahertz'],
  GHz: ['GHz', 'gigahertz'],
  N: ['N', 'newton', 'نیوٹن'],
  kN: ['kN', 'kilonewton'],
  mN: ['mN', 'millinewton'],
  N·m: ['N·m', 'Nm', 'N m', 'N*m', 'newton-metre', 'newton metre', 'newton-meter', 'newton meter', 'نیوٹن میٹر'],
  Pa: ['Pa', 'pascal'],
  kPa: ['kPa', 'kilopascal'],
  GPa: ['GPa', 'gigapascal'],
  MPa: ['MPa', 'megapascal'],
  bar: ['bar'],
  J: ['J', 'joule'],
  W: ['W', 'watt', 'واٹ'],
  mW: ['mW', 'milliwatt'],
  MW: ['MW', 'megawatt'],
  kW: ['kW', 'kilowatt'],
  Wh: ['Wh', 'watt-hour', 'watt hour'],
  kWh: ['kWh', 'kilowatt-hour', 'kilowatt hour'],
  V: ['V', 'volt', 'وولٹ'],
  kV: ['kV', 'kilovolt'],
  mV: ['mV', 'millivolt'],
  A: ['A', 'amp', 'ampere', 'ایمپیئر'],
  mA: ['mA', 'milliamp', 'milliampere'],
  Ah: ['Ah'],
  Ω: ['Ω', 'ohm'],
  '°C': ['°C', '℃', 'degree celsius', 'degrees celsius', 'ڈگری سیلسیس'],
  '°': ['°', 'deg', 'degree', 'ڈگری'],
  rad: ['rad', 'radian'],
  'rad/s': ['rad/s', 'radian per second', 'radians per second'],
  rpm: ['rpm', 'revolution per minute', 'revolutions per minute'],
  '%': ['%', 'percent', 'per cent', 'فیصد', 'فی صد'],
  dB: ['dB'],
  B: ['B', 'byte'],
  kB: ['kB', 'KB', 'kilobyte'],
  MB: ['MB', 'megabyte'],
  GB: ['GB', 'gigabyte'],
  'Mbit/s': ['Mbit/s', 'Mbps'],
}

/** Short words that are no symbols; every word of four letters or more is told by its length. */
const shortWords = new Set(['amp', 'bar', 'deg', 'ohm', 'sec'])
const isSymbol = (form: string): boolean => !shortWords.has(form) && !/^[a-z][a-z -]{3,}$/.test(form)
const symbolOf = new Map<string, string>()
for (const [symbol, forms] of Object.entries(unitWords)) for (const form of forms) symbolOf.set(form, symbol)

const number = String.raw`[-−]?\d{1,3}(?:[,\u202f\u00a0]\d{3})+(?:\.\d+)?|[-−]?\d+(?:\.\d+)?`
/** "2 to 4 kHz" measures both 2 kHz and 4 kHz. */
const range = String.raw`(?:(${number})[ \u00a0]?(?:–|-|to|and|or|سے)[ \u00a0]?)?`

function buildPattern(forms: readonly string[], plural: string, flags: string): RegExp {
  const escaped = forms
    .toSorted((a, b) => b.length - a.length)
    .map((form) => form.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}.])${range}(${number})[ \u00a0\u202f-]?(${escaped.join('|')})${plural}(?![\p{L}\p{N}])`,
    flags,
  )
}

// Symbols are told apart by their case (mW, MW); words are not, and have a plural.
const forms = [...symbolOf.keys()]
const patterns = [
  buildPattern(forms.filter(isSymbol), '', 'gu'),
  buildPattern(
    forms.filter((form) => !isSymbol(form)),
    '(?:es|s)?',
    'giu',
  ),
]
const easternDigits = /[\u06f0-\u06f9\u0660-\u0669]/g

/** Every number with a unit in a text, in one spelling: `12 N·m`, `0.5 s`, `200 Hz`. */
export function findMeasurements(text: string): Set<string> {
  const found = new Set<string>()
  for (const pattern of patterns)
    for (const [, from, value = '', unit = ''] of latinDigits(text).matchAll(pattern)) {
      const symbol = symbolOf.get(unit) ?? symbolOf.get(unit.toLowerCase())
      if (symbol === undefined) continue
      found.add(`${spellNumber(value)} ${symbol}`)
      if (from !== undefined) found.add(`${spellNumber(from)} ${symbol}`)
    }
  return found
}

/** A text with the digits 0-9 for those of the Arabic script. */
export const latinDigits = (text: string): string =>
  text.replace(easternDigits, (digit) => String((digit.codePointAt(0) ?? 0) % 16))

const spellNumber = (value: string): string => String(Number(value.replace(/[,\u202f\u00a0]/g, '').replace('−', '-')))
