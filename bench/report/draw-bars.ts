import { createScale } from './draw-axis.ts'
import type { BarChart } from './findings.ts'
import { formatNumber } from './format-number.ts'
import { drawLegend, drawText, colourOf, colours, round, width, wrapSvg } from './svg.ts'

const barHeight = 19
const groupGap = 16
const labelWidth = 136
const valueWidth = 72

/** Horizontal bars in groups, each with its value behind it. */
export function drawBars({ title, unit, scale, groups }: BarChart): string {
  const series = [...new Set(groups.flatMap(({ bars }) => bars.map((bar) => bar.series)))]
  const values = groups.flatMap(({ bars }) => bars.map(({ value }) => value))
  const { place } = createScale({ values, scale, range: [labelWidth, width - valueWidth] })
  const legend = drawLegend(series)
  const top = legend.height + 12
  let y = top
  const parts = groups.map(({ label, bars }) => {
    const begin = y
    const drawn = bars.map(({ series: name, value }) => {
      const end = Math.max(labelWidth + 2, place(value))
      const bar = `<rect x="${labelWidth}" y="${y}" width="${round(end - labelWidth)}" height="${barHeight - 3}" fill="${colourOf(series.indexOf(name))}"/>`
      const text = drawText(formatNumber(value, unit), { x: end + 6, y: y + 13 })
      y += barHeight
      return bar + text
    })
    y += groupGap
    return [drawText(label, { x: 0, y: begin + (bars.length * barHeight) / 2 + 4 }), ...drawn].join('\n')
  })
  const axis = `<path d="M${labelWidth} ${top - 4}V${y - groupGap + 2}" stroke="${colours.line}" fill="none"/>`
  const note =
    scale === 'log' ? [drawText('logarithmic: ten times as much is one step more', { x: labelWidth, y: y + 6 })] : []
  return wrapSvg(title, y + (scale === 'log' ? 14 : 0), [legend.drawn, axis, ...parts, ...note])
}
