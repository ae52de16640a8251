const easternDigits = /[\u06f0-\u06f9\u0660-\u0669]/g

/** A text with the digits 0-9 for those of the Arabic script. */
export const latinDigits = (text: string): string =>
  text.replace(easternDigits, (digit) => String((digit.codePointAt(0) ?? 0) % 16))
