const easternDigits = /[\u06f0-\u06f9\u0660-\u0669]/g

/** Replaces digits of the Arabic script by 0-9. */
export const latinDigits = (text: string): string =>
  text.replace(easternDigits, (digit) => String((digit.codePointAt(0) ?? 0) % 16))
