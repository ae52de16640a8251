import type * as RemarkParse from 'remark-parse'
import { expect, test, vi } from 'vitest'
import { planTask } from '../../test/support/plan-task.ts'
import type { Writer } from '../llm/writer.ts'
import { noUsage } from './add-usage.ts'
import { composeSection } from './compose-section.ts'

const parsed = vi.hoisted((): string[] => [])

/** Notes each text that the verifier has parsed. */
vi.mock('remark-parse', async (importOriginal) => {
  const { default: remarkParse } = await importOriginal<typeof RemarkParse>()
  function noting(this: ThisParameterType<typeof remarkParse>): void {
    remarkParse.call(this)
    const { parser } = this
    this.parser = (document, file) => {
      parsed.push(document)
      return parser?.(document, file) as never
    }
  }
  return { default: noting }
})

const sentence = 'The arm moves once more.'

async function compose(count: number): Promise<number> {
  const text = Array.from({ length: count }, () => sentence).join('\n\n')
  const task = await planTask(text)
  parsed.length = 0
  let shown = 0
  const writer: Writer = {
    model: { name: 'scripted', demo: false },
    async *write() {
      yield text
      return { whole: true, usage: noUsage }
    },
  }
  const show = (): void => void shown++
  await composeSection(task, { recipe: 'p1/scripted', show, workDeadline: 285_000 }, { writer, now: () => 0 })
  return shown
}

test.each([10, 40, 120])('of a text of %i blocks each is parsed once, and then the whole', async (count) => {
  expect(await compose(count)).toBe(count)
  const whole = Array.from({ length: count }, () => sentence).join('\n\n')
  // Before them the section itself, once for its task.
  expect(parsed).toEqual([whole, ...Array.from({ length: count }, () => sentence), whole])
})
