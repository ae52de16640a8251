import { createContext } from 'react'

/** What the block of code around is set in, as `find-inks.ts` left it; nothing where it is plain. */
export const InksContext = createContext('')
