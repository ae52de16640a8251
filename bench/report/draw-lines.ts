import { createScale } from './draw-axis.ts'
import type { LineChart, Unit } from './findings.ts'
import { formatNumber } from './format-number.ts'
import { drawLegend, drawText, colourOf, colours, round, width, wrapSvg } from './svg.ts'

const margin = { left: 72, right: 16 }
const plotHeight = 240
const dashes = ['', ' stroke-dasharray="7 4"', ' stroke-dasharray="2 4"', ' stroke-dasharray="10 3 2 3"']

/** Lines over a horizontal axis, with both axes' values. */
export function drawLines({ title, x, y, lines }: LineChart): string {
  const legend = drawLegend(lines.map(({ series }) => series))
  const top = legend.height + 44
  const frame = { left: margin.left, right: width - margin.right, top, bottom: top + plotHeight }
  const points = lines.flatMap((line) => line.points)
  const across = createScale({
    values: points.map(([value]) => value),
    scale: x.scale,
    range: [frame.left, frame.right],
  })
  const up = createScale({ values: points.map(([, value]) => value), scale: y.scale, range: [frame.bottom, frame.top] })
  const rows = up.ticks.map((tick) => {
    const at = round(up.place(tick))
    const line = `<path d="M${frame.left} ${at}H${frame.right}" stroke="${colours.line}" fill="none"/>`
    return line + drawText(formatTick(tick, y.unit), { x: frame.left - 8, y: at + 5, anchor: 'end' })
  })
  const columns = across.ticks.map((tick, index) =>
    drawText(formatTick(tick, x.unit), {
      x: across.place(tick),
      y: frame.bottom + 20,
      anchor: index === across.ticks.length - 1 ? 'end' : 'middle',
    }),
  )
  const paths = lines.map((line, index) => {
    const path = line.points.map(
      ([a, b], at) => `${at === 0 ? 'M' : 'L'}${round(across.place(a))} ${round(up.place(b))}`,
    )
    return `<path d="${path.join('')}" fill="none" stroke="${colourOf(index)}" stroke-width="2"${dashes[index % dashes.length]}/>`
  })
  return wrapSvg(title, frame.bottom + 50, [
    legend.drawn,
    drawText(y.label, { x: 0, y: frame.top - 18 }),
    ...rows,
    ...columns,
    drawText(x.label, { x: frame.right, y: frame.bottom + 42, anchor: 'end' }),
    ...paths,
  ])
}

/** Ticks are round numbers. */
const formatTick = (tick: number, unit: Unit): string => formatNumber(tick, unit).replace(/\.0+(?=\D|$)/, '')
