import * as v from 'valibot'
import { answersEntries } from '../learner/answers.ts'
import { userIdSchema } from './user-id-schema.ts'

/** The body of `POST /api/onboarding`. */
export const onboardingSchema = v.strictObject({ user_id: userIdSchema, ...answersEntries })
