import { defineCommand, runMain } from 'citty'
import { add } from './keys/add.ts'
import { list } from './keys/list.ts'
import { revoke } from './keys/revoke.ts'

await runMain(
  defineCommand({
    meta: { name: 'keys', description: 'The keys of integrators' },
    subCommands: { add, list, revoke },
  }),
)
