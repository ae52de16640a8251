/** Everything that is stored on the reader's device, by name. */
export const storageKeys = {
  learner: 'palimpsest.learner',
  profile: 'palimpsest.profile',
  view: 'palimpsest.view',
  movedFrom: 'palimpsest.moved-from',
  invitation: 'palimpsest.invitation',
  rewrites: 'palimpsest.rewrites',
  choices: 'palimpsest.choices',
  terms: 'palimpsest.terms',
  textSize: 'palimpsest.text-size',
  ratings: 'palimpsest.ratings',
} as const
