import { addKey } from '../../lib/db/index.ts'
import { CommandFailure } from '../command-failure.ts'
import { withDatabase } from '../lessons/with-database.ts'
import { defineJob } from '../terminal/define-job.ts'
import { formatCount } from '../terminal/format-table.ts'
import { wholeNumber } from '../terminal/options.ts'
import { buildNewKey, keyName, scopesOption } from './new-key.ts'

/** `npm run keys add NAME` */
export const add = defineJob({
  name: 'add',
  description: 'Create a key, and show it once',
  word: { name: 'name', description: 'Your name for it', schema: keyName },
  options: {
    scopes: {
      hint: 'a,b',
      description: 'What it may be used for: personalize (default), insights, operate',
      schema: scopesOption,
    },
    'daily-requests': { hint: 'N', description: 'Lessons that it may request per day', schema: wholeNumber(0) },
    'daily-tokens': {
      hint: 'N',
      description: 'Tokens that models may read and write for it per day',
      schema: wholeNumber(0),
    },
  },
  run: ({ word: name, scopes, 'daily-requests': dailyRequests, 'daily-tokens': dailyTokens }) =>
    withDatabase(async ({ db, place }) => {
      const wanted = buildNewKey({ name, scopes, dailyRequests, dailyTokens })
      const added = await addKey(db, wanted)
      if (!added) throw new CommandFailure(`There is a key "${name}" already: take another name, or revoke it first`)
      const [daily_requests, daily_tokens] = [wanted.dailyRequests, wanted.dailyTokens]
      return {
        json: { ...added, name, scopes: wanted.scopes, daily_requests, daily_tokens },
        lines: [
          `${place}: added the key "${name}" (${added.id}) for ${wanted.scopes.join(', ')}`,
          `It may ask for ${formatCount(daily_requests)} lessons and ${formatCount(daily_tokens)} tokens a day.`,
          '',
          `  ${added.key}`,
          '',
          'Only its hash is stored, so this is the one time that it is shown. Keep it on your server, never in a page.',
        ],
      }
    }),
})
