import type { storageKeys } from './storage-keys.ts'

/** What each entry in the browser's storage holds, for the guide's privacy page. */
export const storedOnDevice: Readonly<Record<keyof typeof storageKeys, string>> = {
  learner: 'your random number',
  profile: 'your six answers',
  view: 'whether you read lessons as they were written, personalized, or side by side',
  movedFrom: 'from which language of the site you were taken to yours',
  invitation: 'that the invitation to the six questions was seen',
  rewrites:
    'which model writes here, and how often you had all lessons written differently, by which a finished version is found at once',
  choices: 'what you asked for section by section: simpler, deeper, written differently',
  terms: 'whether terms of the glossary are marked',
  textSize: 'the size of text you chose',
  ratings: 'what you said of rewrites',
}
