/** Targets that are missed, and why, by what they are about. */
export const whyMissed: Readonly<Record<string, string>> = {
  'Tokens of 1,000 learners, compared with a cache for each user':
    'nearly half of the calls are opening notes, whose key has every answer, and a thousand learners are too few to meet in those; the ratio passes 10× between 1,000 and 10,000 learners',
}
