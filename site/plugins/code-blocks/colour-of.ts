import { type colours, plainColour } from './colours.ts'

type Colour = keyof typeof colours | typeof plainColour

const coloursByName = Object.entries({
  f: 'comment prolog doctype cdata',
  r: 'keyword atrule selector builtin decorator deleted',
  t: 'string char attr-value inserted url number boolean constant symbol',
  i: 'function class-name tag key',
  s: 'operator punctuation',
} satisfies Record<Colour, string>).flatMap(([colour, names]) =>
  names.split(' ').map((name) => [name, colour] as const),
)

const colourOfName = new Map(coloursByName)
const heavy = new Set(['function', 'class-name', 'tag', 'key'])

/**
 * The letter of the colour of a piece of code, by Prism's names for it from the outermost to the innermost: the last that has a
 * colour decides on the colour, and any of them on the weight.
 */
export function colourOf(names: readonly string[]): string {
  const colour = names.findLast((name) => colourOfName.has(name))
  const letter = (colour !== undefined && colourOfName.get(colour)) || plainColour
  return names.some((name) => heavy.has(name)) ? letter.toUpperCase() : letter
}
