import * as v from 'valibot'
import { uuid } from '../text/index.ts'

/** A learner's id: a UUID of any version, kept in lower case. */
export const userIdSchema = v.pipe(
  v.string(),
  v.regex(uuid, 'Wanted a UUID, such as "3f2b8c1e-4d5a-4b6c-8d7e-9f0a1b2c3d4e".'),
  v.toLowerCase(),
)
