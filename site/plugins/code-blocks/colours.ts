/**
 * The colours that code is set in beside the plain one, by their letters in what `highlight-code.ts` leaves for the page; a capital
 * letter is the same in a heavier weight. `src/css/text.css` has them as `.code-rust`.
 */
export const colours = { f: 'faint', r: 'rust', s: 'soft', t: 'teal' } as const

/** The letter of the plain colour, which needs no element. */
export const plainColour = 'i'
