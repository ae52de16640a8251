import { findCostly, maskSection, parseLesson } from '../../lib/lesson/index.ts'
import type { Growth } from './growth-shapes.ts'
import { markdownGrowths } from './markdown-growths.ts'
import { measureCpu } from './measure-cpu.ts'

/** As many characters as a body can bring. */
const sentMax = 64_000
/** The limit of `POST /api/personalize` on the expressions of a text. */
const expressionWorkMax = 3_000_000

/** A kind of text, as much of it as is read. */
export interface MarkdownCost {
  readonly name: string
  /** Length of the longest text of its kind that is parsed, in characters. */
  readonly length: number
  /** CPU time of parsing and splitting it, in milliseconds. */
  readonly milliseconds: number
  /** CPU time of refusing the longest that can be sent, in milliseconds. */
  readonly refusal: number
}

/** Measures every kind of text, each as long as it is read. */
export async function measureMarkdown(hear: (cost: MarkdownCost) => void): Promise<MarkdownCost[]> {
  const costs: MarkdownCost[] = []
  for (const [name, grow] of Object.entries(markdownGrowths)) {
    const length = findLongest(grow)
    const text = grow(length)
    const milliseconds = await measureCpu(() => read(text))
    const sent = grow(sentMax)
    const refusal = await measureCpu(async () => findCostly(sent))
    costs.push({ name, length, milliseconds, refusal })
    hear({ name, length, milliseconds, refusal })
  }
  return costs
}

/** The longest accepted text of a kind, by bisection: a text that is refused stays refused when it grows. */
function findLongest(grow: Growth): number {
  let [most, tooMuch] = [0, sentMax]
  while (tooMuch - most > 1) {
    const middle = Math.floor((most + tooMuch) / 2)
    if (findCostly(grow(middle)) === undefined) most = middle
    else tooMuch = middle
  }
  return most
}

async function read(text: string): Promise<void> {
  const lesson = await parseLesson({ slug: 'a', file: text, language: 'en', expressionWorkMax }).catch(() => undefined)
  for (const section of lesson?.sections ?? []) maskSection(section, { translating: true })
}
