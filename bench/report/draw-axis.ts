/** Where a value lies on an axis, and which values are marked on it. */
export interface DrawnScale {
  readonly place: (value: number) => number
  readonly ticks: readonly number[]
}

interface ScaleOptions {
  readonly values: readonly number[]
  readonly scale: 'linear' | 'log'
  /** From and to, in the drawing's units. */
  readonly range: readonly [number, number]
}

/** A scale that holds all values: from 0 when linear, from and to powers of ten when logarithmic. */
export function createScale({ values, scale, range: [from, to] }: ScaleOptions): DrawnScale {
  const most = Math.max(...values)
  if (scale === 'linear') {
    const step = niceStep(most / 4)
    const top = Math.max(step, Math.ceil(most / step - 1e-9) * step)
    return {
      place: (value) => from + ((to - from) * value) / top,
      ticks: Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step),
    }
  }
  const low = Math.floor(Math.log10(Math.min(...values)) + 1e-9)
  const high = Math.max(low + 1, Math.ceil(Math.log10(most) - 1e-9))
  return {
    place: (value) => from + ((to - from) * (Math.log10(value) - low)) / (high - low),
    ticks: Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index)),
  }
}

/** The nearest of 1, 2, 5 times a power of ten that is not below. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  return ([1, 2, 5, 10].find((factor) => factor * power >= rough - 1e-12) ?? 10) * power
}
