import * as v from 'valibot'
import { userIdSchema } from './user-id-schema.ts'

/** The body of `POST /api/user/create`. */
export const newUserSchema = v.strictObject({ user_id: userIdSchema })
