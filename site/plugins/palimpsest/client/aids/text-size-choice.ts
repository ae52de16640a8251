import { storageKeys } from '../storage-keys.ts'
import { createReadingChoice } from './reading-choice.ts'

/** How large lessons are set. The size stands at the root element, where the style sheets look for it. */
export const textSizeChoice = createReadingChoice(storageKeys.textSize, ['regular', 'smaller', 'larger'], (size) => {
  document.documentElement.dataset['textSize'] = size
})
