import { describe, expect, test } from 'vitest'
import { planTask } from '../../test/support/plan-task.ts'
import type { Writer, WritingLimits } from '../llm/writer.ts'
import { composeSection, type Composition } from './compose-section.ts'
import { callMillisecondsMin } from './time-left.ts'
import { noUsage } from './add-usage.ts'

const source = ['red', 'old', 'new', 'big']
  .map((kind) => `The ${kind} arm can turn the hand at the end of it in a short time.`)
  .join(' ')
const task = await planTask(source, { answers: { education_level: 'high_school' } })
const good = source.replaceAll('turn', 'move')
const unfit = `${good}\n\n<b>Now.</b>`
const hard = good.replaceAll('arm', 'electromechanical manipulator').replaceAll('move', 'subsequently reorient')

const workDeadline = 285_000

/** Has a section written from so many milliseconds before the deadline on; each text takes as long as it says. */
async function compose(left: number, ...answers: readonly (readonly [text: string, takes: number])[]) {
  let clock = workDeadline - left
  const limits: WritingLimits[] = []
  const writer: Writer = {
    model: { name: 'scripted', demo: false },
    async *write(_prompt, limit) {
      const [text, takes] = answers[limits.length] ?? ['', 0]
      limits.push(limit)
      clock += takes
      yield text
      return { whole: true, usage: noUsage }
    },
  }
  const run = { recipe: 'p1/scripted', show: () => {}, workDeadline }
  const composition: Composition = await composeSection(task, run, { writer, now: () => clock })
  return { composition, mayLast: limits.map(({ millisecondsMax }) => millisecondsMax) }
}

describe('composeSection() before its deadline', () => {
  test('lets each call last no longer than the time that is left', async () => {
    const { mayLast } = await compose(80_000, [unfit, 30_000], [good, 0])
    expect(mayLast).toEqual([80_000, 50_000])
  })

  test.each([
    ['the shortest call', 0, callMillisecondsMin],
    ['as long as the first text took', 40_000, 40_000],
  ])('asks for a repair when there is time for %s', async (_name, takes, left) => {
    const { composition } = await compose(takes + left, [unfit, takes], [good, 0])
    expect(composition).toMatchObject({ outcome: 'accepted', proof: { attempts: 2 } })
  })

  test.each([
    ['a shorter time than any call takes', 0, callMillisecondsMin - 1],
    ['a shorter time than the first text took', 40_000, 39_999],
  ])('asks for no repair in %s: the original stands for now', async (_name, takes, left) => {
    const { composition, mayLast } = await compose(takes + left, [unfit, takes], [good, 0])
    expect(composition).toEqual({ outcome: 'failed', reason: 'model-timeout', answered: true, usage: noUsage })
    expect(mayLast).toHaveLength(1)
  })

  test('keeps an accepted text that there is no time to better', async () => {
    expect((await compose(200_000, [hard, 0], [good, 0])).mayLast).toHaveLength(2)
    const { composition, mayLast } = await compose(50_000, [hard, 30_000], [good, 0])
    expect(composition).toMatchObject({ outcome: 'accepted', markdown: hard, shown: true, proof: { attempts: 1 } })
    expect(mayLast).toHaveLength(1)
  })
})
