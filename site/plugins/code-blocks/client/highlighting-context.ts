import { createContext } from 'react'

/** What the block of code around is set in, as `highlight-code.ts` left it; nothing where it is plain. */
export const HighlightingContext = createContext('')
