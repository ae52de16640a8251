import { type inks, plainInk } from './inks.ts'

type Ink = keyof typeof inks | typeof plainInk

const inksByName = Object.entries({
  f: 'comment prolog doctype cdata',
  r: 'keyword atrule selector builtin decorator deleted',
  t: 'string char attr-value inserted url number boolean constant symbol',
  i: 'function class-name tag key',
  s: 'operator punctuation',
} satisfies Record<Ink, string>).flatMap(([ink, names]) => names.split(' ').map((name) => [name, ink] as const))

const inkOfName = new Map(inksByName)
const heavy = new Set(['function', 'class-name', 'tag', 'key'])

/**
 * The letter of the ink for a piece of code, by Prism's names for it from the outermost to the innermost: the last that has a
 * colour decides on the colour, and any of them on the weight.
 */
export function inkOf(names: readonly string[]): string {
  const colour = names.findLast((name) => inkOfName.has(name))
  const letter = (colour !== undefined && inkOfName.get(colour)) || plainInk
  return names.some((name) => heavy.has(name)) ? letter.toUpperCase() : letter
}
