import * as v from 'valibot'
import { revokeKey } from '../../lib/db/index.ts'
import { CommandFailure } from '../command-failure.ts'
import { withDatabase } from '../lessons/with-database.ts'
import { defineJob } from '../terminal/define-job.ts'

/** `npm run keys revoke NAME` */
export const revoke = defineJob({
  name: 'revoke',
  description: 'Revoke a key, from the next request on',
  word: { name: 'key', description: 'Its name or id', schema: v.string() },
  options: {},
  run: ({ word }) =>
    withDatabase(async ({ db }) => {
      const revoked = await revokeKey(db, word)
      if (!revoked) throw new CommandFailure(`No key that works is called "${word}": npm run keys list shows all`)
      return { json: revoked, lines: [`Revoked the key "${revoked.name}" (${revoked.id})`] }
    }),
})
