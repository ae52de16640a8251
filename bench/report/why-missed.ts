/** Targets that are missed, and why, by what they are about. */
export const whyMissed: Readonly<Record<string, string>> = {}
