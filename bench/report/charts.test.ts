import { expect, test } from 'vitest'
import { createScale } from './draw-axis.ts'
import { drawChart } from './draw-chart.ts'
import type { BarChart, LineChart } from './findings.ts'

const bars: BarChart = {
  kind: 'bars',
  name: 'times',
  title: 'Times of <two> & more',
  unit: 'milliseconds',
  scale: 'linear',
  groups: [
    {
      label: 'few',
      bars: [
        { series: 'ours', value: 500 },
        { series: 'theirs', value: 2_000 },
      ],
    },
  ],
}
const lines: LineChart = {
  kind: 'lines',
  name: 'growth',
  title: 'Growth',
  x: { label: 'learners', unit: 'count', scale: 'log' },
  y: { label: 'calls', unit: 'count', scale: 'linear' },
  lines: [
    {
      series: 'ours',
      points: [
        [10, 40],
        [1_000, 90],
      ],
    },
  ],
}

test('createScale() begins at zero when linear, at a power of ten when logarithmic, and holds every value', () => {
  const linear = createScale({ values: [3, 87], scale: 'linear', range: [0, 100] })
  expect(linear.ticks).toEqual([0, 50, 100])
  expect(linear.place(87)).toBeCloseTo(87)
  const log = createScale({ values: [20, 4_000], scale: 'log', range: [0, 300] })
  expect(log.ticks).toEqual([10, 100, 1_000, 10_000])
  expect(log.place(100)).toBeCloseTo(100)
})

test('a bar is as long as its value, ours is in our ink, and every value stands beside its bar', () => {
  const svg = drawChart(bars)
  const widths = [...svg.matchAll(/<rect x="136" [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width))
  expect(widths[1]).toBeCloseTo(4 * (widths[0] ?? 0), 0)
  expect(svg.match(/fill="var\(--teal[^"]*"/g)).toHaveLength(2)
  expect(svg).toContain('>500\u00a0ms</text>')
  expect(svg).toContain('>2.00\u00a0s</text>')
})

test('lines go through their points, with the values of both axes', () => {
  const svg = drawChart(lines)
  expect(svg).toMatch(/d="M72 212L544 92"/)
  expect(svg).toContain('>1,000</text>')
})

test('a chart names itself, and no name in it can end its own text', () => {
  expect(drawChart(bars)).toContain('<title>Times of &lt;two&gt; &amp; more</title>')
})
