/** The shell's variable in which the transcript's commands find an integrator's key, so that none stands on the page. */
export const keyVariable = 'PALIMPSEST_KEY'
