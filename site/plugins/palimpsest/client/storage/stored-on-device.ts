import type { storageKeys } from './storage-keys.ts'

/** What each entry in the browser's storage holds, for the guide's privacy page. */
export const storedOnDevice: Readonly<Record<keyof typeof storageKeys, string>> = {
  learner: 'your random number',
  profile: 'your six answers',
  view: 'which view you read lessons in: original, personalized, or side by side',
  movedFrom: 'the language of the site before it changed to yours',
  invitation: 'that the invitation to the six questions was seen',
  rewrites:
    'which model writes here, and how many times you cleared your versions: by these, a finished version is found at once',
  choices: 'what you chose for single sections: simpler, in more depth, another explanation',
  terms: 'whether technical terms are explained',
  textSize: 'the size of text you chose',
  ratings: 'your ratings',
}
