import * as v from 'valibot'
import { answersEntries } from '../profile/index.ts'
import { dropSetByServer, setByServer } from './set-by-server.ts'
import { userIdSchema } from './user-id-schema.ts'

/** The body of `POST /api/onboarding`. */
export const onboardingSchema = v.pipe(
  v.strictObject({ user_id: userIdSchema, ...answersEntries, ...setByServer }),
  v.transform(dropSetByServer),
)
