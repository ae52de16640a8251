/** Targets that are missed, and why, by what they are about. */
export const whyMissed: Readonly<Record<string, string>> = {
  'A whole lesson of 8 sections, compared with one call for it':
    'four sections are written at a time, so that eight sections and the note take three rounds',
  'Tokens of 1,000 learners, compared with a cache for each user':
    'every answer of the profile is in the key of the opening note, which is nearly half of the calls',
  'Tokens of ten times as many learners, from 10,000 to 100,000':
    'every answer of the profile is in the key of the opening note, and of those there are still new ones',
}
