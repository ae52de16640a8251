import { drawBars } from './draw-bars.ts'
import { drawLines } from './draw-lines.ts'
import type { Chart } from './findings.ts'

/** A chart as an SVG file. */
export const drawChart = (chart: Chart): string => (chart.kind === 'bars' ? drawBars(chart) : drawLines(chart))
