import { createContext } from 'react'

/** The highlighting of the block of code around, from `highlight-code.ts`; empty where it is plain. */
export const HighlightingContext = createContext('')
