import * as v from 'valibot'

const uuidV4 = /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$/

/** A learner's id: a UUID v4, kept in lower case. */
export const userIdSchema = v.pipe(
  v.string(),
  v.regex(uuidV4, 'Wanted a UUID v4, such as "3f2b8c1e-4d5a-4b6c-8d7e-9f0a1b2c3d4e".'),
  v.toLowerCase(),
)
