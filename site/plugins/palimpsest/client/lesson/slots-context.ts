import { createContext } from 'react'
import type { SlotElements } from './find-slots.ts'

/** The author's elements of the section around a rewrite. */
export const SlotsContext = createContext<SlotElements>(new Map())
