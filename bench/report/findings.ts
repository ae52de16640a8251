/** What a number counts or measures; decides how it is written. */
export type Unit = 'count' | 'milliseconds' | 'share' | 'ratio' | 'tokens' | 'dollars' | 'bytes'

export interface Column {
  readonly name: string
  /** None for words. */
  readonly unit?: Unit
}

export interface Table {
  readonly caption: string
  readonly columns: readonly Column[]
  /** Null where there is nothing to measure. */
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** Horizontal bars in groups; the first series is ours. */
export interface BarChart {
  readonly kind: 'bars'
  /** Name of its file, without the extension. */
  readonly name: string
  readonly title: string
  readonly unit: Unit
  readonly scale: 'linear' | 'log'
  readonly groups: readonly { readonly label: string; readonly bars: readonly Bar[] }[]
}

export interface Bar {
  readonly series: string
  readonly value: number
}

export interface Axis {
  readonly label: string
  readonly unit: Unit
  readonly scale: 'linear' | 'log'
}

/** Lines over a horizontal axis; the first series is ours. */
export interface LineChart {
  readonly kind: 'lines'
  readonly name: string
  readonly title: string
  readonly x: Axis
  readonly y: Axis
  readonly lines: readonly { readonly series: string; readonly points: readonly (readonly [number, number])[] }[]
}

export type Chart = BarChart | LineChart

/** Something that must hold, and whether it did. */
export interface Target {
  readonly what: string
  readonly wanted: string
  readonly measured: string
  readonly met: boolean
}

/** What one question's run found. */
export interface Findings {
  readonly targets: readonly Target[]
  readonly tables: readonly Table[]
  readonly charts: readonly Chart[]
}

/** One question of the benchmark. */
export interface Question {
  readonly letter: string
  readonly title: string
  /** What is compared with what, and what stands for the real thing, in plain sentences. */
  readonly method: readonly string[]
  /** Answers it, printing what is under way. */
  readonly run: (print: (line: string) => void) => Promise<Findings>
}
