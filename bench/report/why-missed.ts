/** Targets that are missed, and why, by what they are about. */
export const whyMissed: Readonly<Record<string, string>> = {
  'A follower has a section after it was stored, p50':
    'with 200 readers, whose followers are most of all, readers, model, database and two servers want more than this machine’s two cores; with 50 it is held, as the table says',
  'A follower has a section after it was stored, p99':
    'for the same reason; a follower looks again after at most 0.7 s, and what is longer is the wait for a core',
  'Tokens of 1,000 learners, compared with a cache for each user':
    'nearly half of the calls are opening notes, whose key has every answer, and a thousand learners are too few to meet in those; the ratio passes 10× between 1,000 and 10,000 learners',
}
