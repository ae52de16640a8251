/** Where a text has a number with its unit, or a unit that is composed of others; offsets are UTF-16 code units. */
export interface Measurement {
  readonly start: number
  readonly end: number
}

/** Symbols of the SI and those beside it (SI brochure, 9th edition), with the prefixes that engineers use. */
const symbol = String.raw`(?:[nµμmckMG]?(?:m|g|s|N|Pa|J|W|V|A|Hz|Wh|Ah|Ω|B|bit|rad)|min|h|bar|deg|rpm|dB|°C|°|%)[²³]?`
const composed = String.raw`${symbol}(?:[·/]\(?${symbol}\)?)+`
const number = String.raw`[±+−-]?\d+(?:[.,]\d+)*`
const apart = String.raw`(?![\p{L}\p{N}])`

/** Urdu has its verbs and particles right after a unit, with a space between: only letters that touch it make it another word. */
const measurement = new RegExp(
  String.raw`(?<![\p{L}\p{N}.·/])(?:${number}[ \u00A0\u202F]?(?:${composed}|${symbol})|${composed})${apart}`,
  'gu',
)

/** In the text's order. "12 N·m", "1,000 Hz", "4 %" and "N·m/rad", but not "12 sensors". */
export const locateMeasurements = (text: string): Measurement[] =>
  [...text.matchAll(measurement)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }))
