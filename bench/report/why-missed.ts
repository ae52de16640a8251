/** Targets that are missed, and why, by what they are about. */
export const whyMissed: Readonly<Record<string, string>> = {
  'CPU of our own code for one hit':
    'four runs of this measurement alone, later on the same machine, took 1.8 to 2.0 ms: other work on it is the likely cause',
}
