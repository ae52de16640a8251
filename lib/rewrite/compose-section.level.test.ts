import { describe, expect, test } from 'vitest'
import { planTask } from '../../test/support/plan-task.ts'
import type { Prompt } from '../prompt/prompt.ts'
import type { Writer, WritingEnd } from '../llm/writer.ts'
import { composeSection } from './compose-section.ts'
import type { SectionBlock } from '../contract/wire-events.ts'
import type { WritingTask } from '../prompt/writing-task.ts'

const sentence = 'The small arm can turn the hand at the end of it in a short time.'
const source = Array.from({ length: 4 }, (_, index) =>
  sentence.replace('small', ['red', 'old', 'new', 'big'][index] ?? ''),
).join(' ')
const newcomers = await planTask(source, { answers: { education_level: 'high_school' } })
const experts = await planTask(
  source.replaceAll('turn', 'simultaneously reconfigure the articulated manipulator and'),
  { answers: { education_level: 'graduate', robotics_background: true } },
)

const easy = source.replaceAll('turn the hand', 'move the hand')
const hard = source.replaceAll('arm', 'electromechanical manipulator').replaceAll('turn', 'subsequently reorient')
const harder = hard.replaceAll('time', 'configuration interval')
const unfit = `${easy}\n\n<b>Now.</b>`

const usage = { input_tokens: 10, cached_input_tokens: 1, output_tokens: 5 }
const twice = { input_tokens: 20, cached_input_tokens: 2, output_tokens: 10 }
const whole: WritingEnd = { whole: true, usage }
const broken: WritingEnd = { whole: false, reason: 'model-unavailable', usage }

/** Has a section written by a writer that gives these texts in turn. */
async function compose(task: WritingTask, ...answers: readonly (readonly [text: string, end?: WritingEnd])[]) {
  const asked: Prompt[] = []
  const blocks: SectionBlock[] = []
  const writer: Writer = {
    model: { name: 'scripted', demo: false },
    async *write(prompt) {
      const [text, end = whole] = answers[asked.length] ?? ['']
      asked.push(prompt)
      yield text
      return end
    },
  }
  const show = (block: SectionBlock): void => void blocks.push(block)
  return {
    composition: await composeSection(
      task,
      { recipe: 'p1/scripted', show, workDeadline: 285_000 },
      { writer, now: () => 0 },
    ),
    asked,
    blocks,
  }
}

describe('a text that is accepted, and goes the wrong way for its reader', () => {
  test('is written again once, with what to change', async () => {
    const { asked } = await compose(newcomers, [hard], [hard])
    expect(asked).toHaveLength(2)
    const { content = '' } = asked[1]?.messages.at(-1) ?? {}
    expect(content).toContain('It is harder to read than the section')
    expect(content).not.toContain('cannot be shown')
  })

  test('is replaced, whole, by a repair that goes the right way', async () => {
    const { composition, blocks } = await compose(newcomers, [hard], [easy])
    expect(blocks.map(({ markdown }) => markdown)).toEqual([hard])
    expect(composition).toMatchObject({
      ...{ outcome: 'accepted', markdown: easy, shown: false },
      proof: { verdict: 'accepted', reasons: [], attempts: 2, usage: twice },
    })
  })

  test('is replaced by a repair that is nearer to what is wanted', async () => {
    const { composition } = await compose(newcomers, [harder], [hard])
    expect(composition).toMatchObject({ outcome: 'accepted', markdown: hard })
  })

  test.each([
    ['goes further the wrong way', [harder]],
    ['is the same', [hard]],
    ['is rejected', [unfit]],
    ['breaks off', [easy, broken]],
    ['is too short to be measured', [`${easy.split('. ').slice(0, 2).join('. ')}.`]],
  ] as const)('stands, as it was shown, when its repair %s', async (_case, repair) => {
    const { composition, asked } = await compose(newcomers, [hard], repair)
    expect(asked).toHaveLength(2)
    expect(composition).toMatchObject({
      ...{ outcome: 'accepted', markdown: hard, shown: true },
      proof: { verdict: 'accepted', attempts: 2, usage: twice },
    })
  })

  test('is one that an expert finds far too plain, too', async () => {
    const { composition, asked } = await compose(experts, [source], [experts.masked.text])
    expect(asked[1]?.messages.at(-1)?.content).toContain('far plainer')
    expect(composition).toMatchObject({ markdown: experts.masked.text, shown: false })
  })
})

test('a text that goes the right way is asked for once', async () => {
  expect((await compose(newcomers, [easy])).asked).toHaveLength(1)
  expect((await compose(experts, [hard])).asked).toHaveLength(1)
})

test('a repair of a text that is rejected and goes the wrong way gets both messages', async () => {
  const { asked, composition } = await compose(newcomers, [`${hard}\n\n<b>Now.</b>`], [easy])
  expect(asked[1]?.messages.at(-1)?.content).toMatch(/- html: [^]*It is harder to read/)
  expect(composition).toMatchObject({ outcome: 'accepted', markdown: easy })
})

test('a repair of a text that was rejected is taken, whichever way it goes', async () => {
  const { composition, asked } = await compose(newcomers, [unfit], [hard])
  expect(asked).toHaveLength(2)
  expect(composition).toMatchObject({ outcome: 'accepted', markdown: hard })
})
