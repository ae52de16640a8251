import * as v from 'valibot'
import { answersSchema, questionnaire } from '../profile/index.ts'
import { dropSetByServer, setByServer } from './set-by-server.ts'
import { userIdSchema } from './user-id-schema.ts'

/** The body of `PUT /api/user/preferences`: any of the six answers, at least one; parsed into them and the `user_id`, if it has one. */
export const preferencesChangeSchema = v.pipe(
  v.strictObject({
    ...v.partial(answersSchema).entries,
    user_id: v.exactOptional(userIdSchema),
    ...setByServer,
  }),
  v.transform(dropSetByServer),
  v.transform(({ user_id, ...answers }) => ({ user_id, answers })),
  v.check(
    ({ answers }) => Object.keys(answers).length > 0,
    `Send at least one of ${questionnaire.map(({ id }) => id).join(', ')}.`,
  ),
)
