/** Targets that are missed, and why, by what they are about. */
export const whyMissed: Readonly<Record<string, string>> = {
  'CPU of our own code for one hit':
    'it was 2.1 ms before requests were counted for the insights, logged in a line each and held against keys and origins; where the rest of it goes is not yet found',
}
