import { readFile } from 'node:fs/promises'
import subsetFont from 'subset-font'

/** As the style sheets use them: nothing on the site is lighter than regular or heavier than bold. */
const weights = { min: 400, max: 700 }

/** Marks and kerning, the shapes that a face takes by default, and figures of one width for tables. */
const features = ['ccmp', 'locl', 'mark', 'mkmk', 'rlig', 'liga', 'calt', 'kern', 'lnum', 'tnum']

/** All of the faces' letters: which of them come in these files is the packages' choice, and `fonts.css` repeats it. */
const letters = String.fromCodePoint(
  ...Array.from({ length: 0xd7ff - 0x20 }, (_, place) => 0x20 + place),
  0xfeff,
  0xfffd,
)

/** Each face is cut once in a process, which builds the site in every language, for server and browser. */
const cut = new Map<string, Promise<Buffer>>()

/** A loader: a variable face comes in, and goes out with less. */
export default async function cutFace(this: { readonly resourcePath: string }): Promise<Buffer> {
  const face = cut.get(this.resourcePath) ?? cutFile(this.resourcePath)
  cut.set(this.resourcePath, face)
  return face
}

/** For the bundler: bytes, not text. */
export const raw = true

async function cutFile(file: string): Promise<Buffer> {
  const whole = await readFile(file)
  return subsetFont(whole, letters, { targetFormat: 'woff2', variationAxes: { wght: weights }, keepFeatures: features })
}
