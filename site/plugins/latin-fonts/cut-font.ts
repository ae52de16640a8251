import { readFile } from 'node:fs/promises'
import subsetFont from 'subset-font'

/**
 * Marks and kerning, the shapes that a font takes by default, and figures of one width for tables. Without `calt`: it makes
 * ligatures of operators in code, which the site sets letter by letter, and they are half of that font.
 */
const features = ['ccmp', 'locl', 'mark', 'mkmk', 'rlig', 'liga', 'kern', 'lnum', 'tnum']

/** All of the fonts' letters: which of them come in these files is the packages' choice, and `fonts.css` repeats it. */
const letters = String.fromCodePoint(
  ...Array.from({ length: 0xd7ff - 0x20 }, (_, place) => 0x20 + place),
  0xfeff,
  0xfffd,
)

/** Each font is cut once in a process, which builds the site in every language, for server and browser. */
const cut = new Map<string, Promise<Buffer>>()

/** A loader: a variable font comes in, and goes out with the weights that its query names, `?wght=400` or `?wght=400-700`. */
export default async function cutFont(this: {
  readonly resourcePath: string
  readonly resourceQuery: string
}): Promise<Buffer> {
  const wanted = this.resourcePath + this.resourceQuery
  const font = cut.get(wanted) ?? cutFile(this.resourcePath, parseWeights(this.resourceQuery))
  cut.set(wanted, font)
  return font
}

/** For the bundler: bytes, not text. */
export const raw = true

interface Weights {
  readonly min: number
  readonly max: number
}

function parseWeights(query: string): Weights {
  const [, min, max = min] = /^\?wght=(\d+)(?:-(\d+))?$/.exec(query) ?? []
  if (min === undefined || max === undefined) {
    throw new Error(`Cannot cut a font to "${query}": write its weights as "?wght=400" or "?wght=400-700"`)
  }
  return { min: Number(min), max: Number(max) }
}

async function cutFile(file: string, { min, max }: Weights): Promise<Buffer> {
  const whole = await readFile(file)
  const wght = min === max ? min : { min, max }
  return subsetFont(whole, letters, { targetFormat: 'woff2', variationAxes: { wght }, keepFeatures: features })
}
