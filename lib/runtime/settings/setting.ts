/** How one setting is parsed; an unset one is `''`. */
export interface Setting<Value> {
  /** Describes a valid value, for people. */
  readonly wanted: string
  /**
   * What is wrong with a value, as the rest of a sentence after the name, without quoting the value; undefined if
   * nothing.
   */
  readonly findFault: (value: string) => string | undefined
  /** Only called with valid values. */
  readonly parse: (value: string) => Value
}

/** An optional setting whose value is used as it is. */
export const textSetting = (wanted: string, findFault: Setting<string>['findFault']): Setting<string> => ({
  wanted,
  findFault: (value) => (value === '' ? undefined : findFault(value)),
  parse: (value) => value,
})

/** A setting that is one of a few words, or not set. */
export const wordSetting = (...words: readonly string[]): Setting<string> =>
  textSetting(words.map((word) => `"${word}"`).join(' or '), (value) =>
    words.includes(value) ? undefined : 'is none of the words that it may be',
  )

/**
 * A whole number; `unset` if not set. Units, separators and fractions get another message than numbers that are too
 * large.
 */
export const numberSetting = (
  wanted: string,
  { unset, min = 0, max }: { readonly unset: number; readonly min?: number; readonly max: number },
): Setting<number> => ({
  wanted,
  findFault(value) {
    if (value === '') return undefined
    if (value.startsWith('-')) return 'is negative'
    if (!/^\d+$/.test(value)) return 'is not a whole number'
    if (Number(value) < min) return 'is too small'
    return Number(value) > max ? 'is too large' : undefined
  },
  parse: (value) => (value === '' ? unset : Number(value)),
})
