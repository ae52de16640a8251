/** A number with its unit, or a compound unit; offsets are UTF-16 code units. */
export interface Measurement {
  readonly start: number
  readonly end: number
}

/**
 * Symbols of the SI and units accepted for use with it (SI brochure, 9th edition), with the prefixes that engineers
 * use.
 */
const symbol = String.raw`(?:[nµμmckMG]?(?:m|g|s|N|Pa|J|W|V|A|Hz|Wh|Ah|Ω|B|bit|rad)|min|h|bar|deg|rpm|dB|°C|°|%)[²³]?`
const composed = String.raw`${symbol}(?:[·/]\(?${symbol}\)?)+`
const number = String.raw`[±+−-]?\d+(?:[.,]\d+)*`
const apart = String.raw`(?![\p{L}\p{N}])`

/**
 * Urdu puts verbs and particles after a unit, with a space; only a letter that touches the unit makes it another word.
 */
const measurement = new RegExp(
  String.raw`(?<![\p{L}\p{N}.·/])(?:${number}[ \u00A0\u202F]?(?:${composed}|${symbol})|${composed})${apart}`,
  'gu',
)

/** Finds measurements in the text's order: "12 N·m", "1,000 Hz", "4 %" and "N·m/rad", but not "12 sensors". */
export const locateMeasurements = (text: string): Measurement[] =>
  [...text.matchAll(measurement)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }))
