/** The site's chart colours, with their values in the light theme for a file outside the site. */
export const colours = {
  ours: 'var(--teal, #1f5f6b)',
  baselines: ['var(--rust, #a3402b)', 'var(--ink-faint, #6f6b62)', 'var(--line-strong, #b9ae9a)'],
  text: 'var(--ink-soft, #55534d)',
  line: 'var(--line, #ded5c4)',
} as const

/** The first series is ours. */
export const colourOf = (index: number): string =>
  index === 0 ? colours.ours : (colours.baselines[(index - 1) % colours.baselines.length] ?? colours.text)

export const width = 560
const fontSize = 15
/** Of the controls' font, at that size, in pixels. */
const characterWidth = 8

interface TextOptions {
  readonly x: number
  readonly y: number
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly colour?: string
}

export const drawText = (text: string, { x, y, anchor = 'start', colour = colours.text }: TextOptions): string =>
  `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" fill="${colour}">${escapeXml(text)}</text>`

export const round = (value: number): number => Math.round(value * 10) / 10

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A complete SVG file with its title. Inside a page it uses the page's font and colours. */
export const wrapSvg = (title: string, height: number, parts: readonly string[]): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${round(height)}" role="img" font-family="var(--font-control, system-ui, sans-serif)" font-size="${fontSize}">`,
    `<title>${escapeXml(title)}</title>`,
    ...parts,
    '</svg>\n',
  ].join('\n')

const legendRow = 24

/** The names of the series at the top, each with its colour, in as many rows as they need. */
export function drawLegend(series: readonly string[]): { readonly drawn: string; readonly height: number } {
  let [x, y] = [0, 0]
  const drawn = series.map((name, index) => {
    const wide = 20 + name.length * characterWidth
    if (x > 0 && x + wide > width) [x, y] = [0, y + legendRow]
    const at = x
    x += wide + 20
    const swatch = `<rect x="${at}" y="${y + 5}" width="14" height="10" fill="${colourOf(index)}"/>`
    return swatch + drawText(name, { x: at + 20, y: y + 15.5 })
  })
  return { drawn: drawn.join('\n'), height: y + legendRow }
}
