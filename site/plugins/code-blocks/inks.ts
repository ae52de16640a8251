/**
 * The colours that code is set in beside plain ink, by their letters in what `find-inks.ts` leaves for the page; a capital
 * letter is the same in a heavier weight. `src/css/text.css` has them as `.ink-rust`.
 */
export const inks = { f: 'faint', r: 'rust', s: 'soft', t: 'teal' } as const

/** The letter of plain ink, which needs no mark of its own. */
export const plainInk = 'i'
