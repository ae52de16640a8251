import type { FolderOwner } from './lock-folder.ts'

/** For a command that needs the data folder: who has it open, where, and what to do. */
export const describeOwner = ({ pid, site }: FolderOwner): string =>
  site === undefined
    ? `A command has the database open (process ${pid}): start again when it has ended`
    : `Palimpsest runs already at ${site} (process ${pid}): use that, or stop it first`
