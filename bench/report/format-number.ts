import type { Unit } from './findings.ts'

const grouped = (value: number, digits = 0): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })

/** About three digits, whatever the size. */
const threeDigits = (value: number): string => {
  const size = Math.abs(value)
  return grouped(value, size === 0 || size >= 100 ? 0 : size >= 10 ? 1 : 2)
}

const formats: Readonly<Record<Unit, (value: number) => string>> = {
  count: (value) => grouped(value, Number.isInteger(value) ? 0 : 2),
  milliseconds: (value) => (value >= 1_000 ? `${threeDigits(value / 1_000)} s` : `${threeDigits(value)} ms`),
  share: (value) => `${(100 * value).toFixed(1)} %`,
  ratio: (value) => `${threeDigits(value)}×`,
  tokens: (value) =>
    value >= 1e9 ? `${threeDigits(value / 1e9)} G` : value >= 1e6 ? `${threeDigits(value / 1e6)} M` : grouped(value),
  dollars: (value) => `$${grouped(value, value >= 100 ? 0 : 2)}`,
  bytes: (value) => (Math.abs(value) >= 1e6 ? `${threeDigits(value / 1e6)} MB` : `${threeDigits(value / 1e3)} kB`),
}

/** A number for people, with its unit, on one line. */
export const formatNumber = (value: number, unit: Unit): string => formats[unit](value).replaceAll(' ', '\u00a0')
