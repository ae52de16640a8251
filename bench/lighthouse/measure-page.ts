import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import * as v from 'valibot'

/** What is measured, as Lighthouse names it. */
export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
export type Category = (typeof categories)[number]

const scored = v.object({ score: v.nullable(v.number()) })
const reportSchema = v.object({
  categories: v.object({ performance: scored, accessibility: scored, 'best-practices': scored, seo: scored }),
  audits: v.record(v.string(), v.object({ score: v.nullable(v.number()), displayValue: v.optional(v.string()) })),
})

export interface Measurement {
  /** 0 to 100. */
  readonly scores: Readonly<Record<Category, number>>
  /** The audits that are not perfect, with what they found. */
  readonly misses: readonly string[]
}

export interface MeasuredPage {
  readonly url: string
  /** Of the browser's debugging protocol. */
  readonly port: number
  readonly device: 'phone' | 'desktop'
  /** Whether what the browser has stored for the site stays, as for a reader who comes back. */
  readonly known: boolean
}

const command = path.join(import.meta.dirname, 'node_modules/lighthouse/cli/index.js')

/** Runs Lighthouse on one page. */
export async function measurePage({ url, port, device, known }: MeasuredPage): Promise<Measurement> {
  const options = [
    url,
    `--port=${port}`,
    '--output=json',
    '--quiet',
    `--only-categories=${categories.join(',')}`,
    ...(device === 'desktop' ? ['--preset=desktop'] : []),
    ...(known ? ['--disable-storage-reset'] : []),
  ]
  const { stdout } = await promisify(execFile)(process.execPath, [command, ...options], { maxBuffer: 64 * 1024 ** 2 })
  const report = v.parse(reportSchema, JSON.parse(stdout))
  const score = (category: Category): number => Math.round((report.categories[category].score ?? 0) * 100)
  const imperfect = Object.entries(report.audits).filter(([, audit]) => audit.score !== null && audit.score < 0.9)
  return {
    scores: {
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
      seo: score('seo'),
    },
    misses: imperfect.map(([id, { displayValue }]) => (displayValue === undefined ? id : `${id} (${displayValue})`)),
  }
}
