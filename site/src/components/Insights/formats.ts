/** How figures are written in the language of the page. */
export interface Formats {
  readonly count: (value: number) => string
  readonly share: (value: number | null) => string
  /** Of an amount that is not known, a dash: never a zero. */
  readonly dollars: (value: number | null) => string
  readonly milliseconds: (value: number) => string
  readonly day: (day: string) => string
}

export function createFormats(locale: string): Formats {
  const numbers = (options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, { numberingSystem: 'latn', ...options })
  const count = numbers({})
  const share = numbers({ style: 'percent', maximumFractionDigits: 0 })
  const money = numbers({ style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' })
  const cents = numbers({
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    maximumSignificantDigits: 2,
  })
  const day = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
    numberingSystem: 'latn',
  })
  return {
    count: count.format,
    share: (value) => (value === null ? '–' : share.format(value)),
    dollars: (value) => (value === null ? '–' : (value > 0 && value < 0.1 ? cents : money).format(value)),
    // A unit's short form is the same in all languages, and stays on its number's line.
    milliseconds: (value) =>
      value < 1_000
        ? `${count.format(Math.round(value))}\u00A0ms`
        : `${numbers({ maximumSignificantDigits: 2 }).format(value / 1_000)}\u00A0s`,
    day: (text) => day.format(Date.parse(text)).replaceAll(' ', '\u00A0'),
  }
}
