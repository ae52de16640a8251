import { defineCommand, runMain } from 'citty'
import { addKey, listKeys, revokeKey } from '../lib/db/key-queries.ts'
import { CommandFailure } from './command-failure.ts'
import { parseNewKey, type NewKeyWords } from './keys/parse-new-key.ts'
import { renderKeys } from './keys/render-keys.ts'
import { refuseUnknown } from './refuse-unknown.ts'
import { print, runToEnd } from './run-to-end.ts'
import { withDatabase } from './with-database.ts'

const json = { type: 'boolean', default: false, description: 'Print JSON, and nothing else' } as const

const add = defineCommand({
  meta: { name: 'add', description: 'Make a key, and show it this once' },
  args: {
    name: { type: 'positional', required: true, description: 'What you call it' },
    scopes: { type: 'string', description: 'personalize (default), insights, operate; with commas between' },
    'daily-requests': { type: 'string', description: 'Lessons that it may ask for on a day' },
    'daily-tokens': { type: 'string', description: 'Tokens that models may read and write for it on a day' },
    json,
  },
  run: (context) =>
    runToEnd(() => {
      refuseUnknown(context)
      const { 'daily-requests': dailyRequests, 'daily-tokens': dailyTokens, ...args } = context.args
      return addTo({ ...args, dailyRequests, dailyTokens }, args.json)
    }),
})

async function addTo(words: NewKeyWords, asJson: boolean): Promise<void> {
  const wanted = parseNewKey(words)
  await withDatabase(async ({ db, place }) => {
    const added = await addKey(db, wanted)
    if (!added)
      throw new CommandFailure(`There is a key "${wanted.name}" already: take another name, or revoke it first`)
    const { name, scopes, dailyRequests: daily_requests, dailyTokens: daily_tokens } = wanted
    if (asJson) return print(JSON.stringify({ ...added, name, scopes, daily_requests, daily_tokens }))
    print(`${place}: added the key "${name}" (${added.id}) for ${scopes.join(', ')}`)
    print(
      `It may ask for ${daily_requests.toLocaleString('en')} lessons and ${daily_tokens.toLocaleString('en')} tokens a day.`,
    )
    print(`\n  ${added.key}\n`)
    print('Only its hash is stored, so this is the one time that it is shown. Keep it on your server, never in a page.')
  })
}

const list = defineCommand({
  meta: { name: 'list', description: 'Show every key, what it spent today and when it was used last' },
  args: { json },
  run: (context) =>
    runToEnd(() => {
      refuseUnknown(context)
      return withDatabase(async ({ db }) => {
        const keys = await listKeys(db)
        print(context.args.json ? JSON.stringify(keys) : renderKeys(keys).join('\n'))
      })
    }),
})

const revoke = defineCommand({
  meta: { name: 'revoke', description: 'Take a key back, from the next request on' },
  args: { key: { type: 'positional', required: true, description: 'Its name or id' }, json },
  run: (context) =>
    runToEnd(() => {
      refuseUnknown(context)
      const { args } = context
      return withDatabase(async ({ db }) => {
        const revoked = await revokeKey(db, args.key)
        if (!revoked) throw new CommandFailure(`No key that works is called "${args.key}": npm run keys list shows all`)
        print(args.json ? JSON.stringify(revoked) : `Revoked the key "${revoked.name}" (${revoked.id})`)
      })
    }),
})

await runMain(
  defineCommand({
    meta: { name: 'keys', description: 'The keys of integrators' },
    subCommands: { add, list, revoke },
  }),
)
