import { storageKeys } from '../storage-keys.ts'
import { createReadingChoice } from './reading-choice.ts'

/** Whether glossary terms are marked and explained. */
export const termChoice = createReadingChoice(storageKeys.terms, ['shown', 'hidden'])
