import type { ArgsDef, CommandContext } from 'citty'
import { CommandFailure } from './command-failure.ts'

/** Throws `CommandFailure` for a flag or word that a command does not take: citty would pass over it in silence. */
export function refuseUnknown<Args extends ArgsDef>({ rawArgs, args, cmd }: CommandContext<Args>): void {
  const taken = Object.entries((cmd.args ?? {}) as ArgsDef)
  const flags = taken.flatMap(([name, { type }]) => (type === 'positional' ? [] : `--${name}`))
  const named = rawArgs.filter((word) => /^--?[a-z]/i.test(word)).map((word) => word.replace(/=.*$/s, ''))
  const unknown = named.find((word) => !flags.includes(word)) ?? args._[taken.length - flags.length]
  if (unknown !== undefined) throw new CommandFailure(`Unknown word "${unknown}": the flags are ${flags.join(', ')}`)
}
