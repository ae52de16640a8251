import * as v from 'valibot'

/** The value of an option that is a whole number; undefined where it is not given. */
export const wholeNumber = (least: number) =>
  v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,12}$/, `wanted a whole number, at least ${least}`),
      v.transform(Number),
      v.minValue(least, `wanted a whole number, at least ${least}`),
    ),
  )

/** The value of an option that is an amount of dollars. */
export const dollars = v.optional(
  v.pipe(
    v.string(),
    v.regex(/^\d{1,9}(?:\.\d{1,6})?$/, 'wanted dollars, such as 2.50'),
    v.transform(Number),
    v.minValue(0.000001, 'wanted dollars, more than 0'),
  ),
)

/** The value of an option that is a list with commas between its parts. */
export const commaList = v.optional(
  v.pipe(
    v.string(),
    v.transform((text) => text.split(',').map((part) => part.trim())),
    v.check((parts) => !parts.includes(''), 'wanted names with commas between them, such as a,b'),
  ),
)

/** The value of an option that is a text. */
export const textOption = v.optional(v.pipe(v.string(), v.nonEmpty('wanted a text')))
