import { describe, expect, test } from 'vitest'
import { planTask } from '../../test/support/plan-task.ts'
import type { Prompt } from '../prompt/prompt.ts'
import type { Writer, WritingEnd } from '../llm/writer.ts'
import { noUsage } from './add-usage.ts'
import { composeSection, type Composition } from './compose-section.ts'
import type { SectionBlock } from '../contract/wire-events.ts'
import type { WritingTask } from '../prompt/writing-task.ts'

const whole: WritingEnd = { whole: true, usage: { input_tokens: 10, cached_input_tokens: 1, output_tokens: 5 } }

/** A writer that gives these texts in turn, a character at a time, and keeps what it was asked. */
function writerOf(...answers: readonly (readonly [text: string, end?: WritingEnd])[]) {
  const asked: Prompt[] = []
  const writer: Writer = {
    model: { name: 'scripted', demo: false },
    async *write(prompt) {
      const [text, end = whole] = answers[asked.length] ?? ['']
      asked.push(prompt)
      yield* text
      return end
    },
  }
  return { asked, writer }
}

async function compose(
  task: WritingTask,
  ...answers: readonly (readonly [text: string, end?: WritingEnd])[]
): Promise<{ composition: Composition; blocks: SectionBlock[]; asked: readonly Prompt[] }> {
  const blocks: SectionBlock[] = []
  const { asked, writer } = writerOf(...answers)
  const show = (block: SectionBlock): void => void blocks.push(block)
  return {
    composition: await composeSection(
      task,
      { recipe: 'p1/scripted', show, workDeadline: 285_000 },
      { writer, now: () => 0 },
    ),
    blocks,
    asked,
  }
}

const task = await planTask(`A motor gives torque, which is a turning force, at 12 V.

\`\`\`python
turn()
\`\`\`

Then the arm moves by an angle.`)
const good =
  'A motor turns with a force that is called torque, at 12 V.\n\n[[slot:k1]]\n\nThen the arm moves by an angle.'
const texts = (blocks: readonly SectionBlock[]): string[] => blocks.map(({ markdown }) => markdown)

describe('composeSection()', () => {
  test('shows a good text block by block, and asks once', async () => {
    const { composition, blocks, asked } = await compose(task, [good])
    expect(texts(blocks)).toEqual(good.split('\n\n'))
    expect(blocks.map(({ index }) => index)).toEqual([0, 1, 2])
    expect(composition).toMatchObject({ outcome: 'accepted', markdown: good, heading: undefined, shown: true })
    expect(asked).toHaveLength(1)
  })

  test('shows no block that may not be shown, and none after it', async () => {
    const bad = good.replace('[[slot:k1]]', 'It needs 24 V.\n\n[[slot:k1]]')
    const { composition, blocks, asked } = await compose(task, [bad], [good])
    expect(texts(blocks)).toEqual([good.split('\n\n')[0]])
    expect(composition).toMatchObject({ outcome: 'accepted', markdown: good, shown: false, proof: { attempts: 2 } })
    expect(JSON.stringify(asked[1]?.messages)).toContain('24 V')
  })

  test('shows every block of a long text', async () => {
    const sentences = Array.from({ length: 120 }, () => 'The arm moves once more.')
    const long = await planTask(sentences.join('\n\n'))
    const { composition, blocks } = await compose(long, [sentences.join('\n\n')])
    expect(blocks).toHaveLength(120)
    expect(composition).toMatchObject({ outcome: 'accepted', shown: true })
  })

  test('shows nothing of a repair: it comes whole or not at all', async () => {
    const bad = '# Heading'
    const { blocks } = await compose(task, [bad], [good])
    expect(blocks).toEqual([])
  })

  test('rejects after two texts, with the findings and the usage of both', async () => {
    const lost = good.replace('[[slot:k1]]\n\n', '')
    const { composition, asked } = await compose(task, [lost], [lost], [good])
    expect(asked).toHaveLength(2)
    expect(composition).toMatchObject({
      outcome: 'rejected',
      reason: 'slot-missing',
      proof: {
        verdict: 'rejected',
        attempts: 2,
        usage: { input_tokens: 20, cached_input_tokens: 2, output_tokens: 10 },
      },
    })
  })

  test.each([
    ['a first text that is not whole', [[good, { whole: false, reason: 'model-timeout', usage: noUsage }]], 1],
    [
      'a repair that is not whole',
      [['# Heading'], [good, { whole: false, reason: 'model-timeout', usage: noUsage }]],
      2,
    ],
  ] as const)('fails with %s, however good it looks', async (_case, answers, calls) => {
    const { composition, asked } = await compose(task, ...answers)
    expect(composition).toMatchObject({ outcome: 'failed', reason: 'model-timeout' })
    expect(asked).toHaveLength(calls)
  })

  test('does not show the last block of a text that stopped early', async () => {
    const half = good.slice(0, good.indexOf('Then the arm') + 20)
    const { blocks } = await compose(task, [half, { whole: false, reason: 'model-stopped-early', usage: noUsage }])
    expect(texts(blocks)).toEqual(good.split('\n\n').slice(0, 2))
  })

  test('gives indentation before the text to nobody: what was judged is what is shown', async () => {
    const { composition, blocks } = await compose(task, [`\n\n   ${good}`])
    expect(texts(blocks)).toEqual(good.split('\n\n'))
    expect(composition).toMatchObject({ outcome: 'accepted', markdown: good, shown: true })
  })

  test.each(['## Torque\n\n', '## Torque\n', '  ## Torque\n\n'])(
    'takes the translated heading %j out of the blocks, and nothing else',
    async (heading) => {
      const english = await planTask('## Torque\n\nA motor gives torque, which is a force that turns.')
      const text = 'A motor turns with a force that is called torque.\n\nThat is all there is to it.'
      const { composition, blocks } = await compose({ ...english, translating: true }, [`${heading}${text}`])
      expect(texts(blocks).join('\n\n')).toBe(text)
      expect(composition).toMatchObject({ outcome: 'accepted', heading: 'Torque', markdown: text, shown: true })
    },
  )
})
