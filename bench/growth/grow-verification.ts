import { createBlockJudge, verifyRewrite } from '../../lib/verify/index.ts'
import type { WritingTask } from '../../lib/prompt/index.ts'
import { planTask } from '../../test/support/plan-task.ts'
import { createRandom } from '../../test/support/random.ts'
import { median } from '../numbers/percentile.ts'

/** Words of a section. The verifier reads at most 24,000 characters, which are some 4,000 words. */
export const lengths = [500, 1_000, 2_000, 4_000]
/** Each length is measured so often, in turn with the others, so that a busy machine slows all alike. */
const rounds = 15
const wordsPerBlock = 50

/** What judging a text of a length takes, in milliseconds of the medians. */
export interface VerificationTime {
  readonly words: number
  /** All blocks, each as it comes, and then the whole. */
  readonly blocks: number
  /** The same by reading all that came again for each block, as it was done before. */
  readonly again: number
}

/** Measures both ways side by side, for texts of all lengths. */
export async function growVerification(): Promise<VerificationTime[]> {
  const cases = await Promise.all(lengths.map(planCase))
  const times = cases.map(() => ({ blocks: [] as number[], again: [] as number[] }))
  for (let round = 0; round <= rounds; round++)
    for (const [at, { blocks, createTask }] of cases.entries()) {
      const measured = {
        blocks: measure(judgeBlocks, blocks, createTask()),
        again: measure(judgeAgain, blocks, createTask()),
      }
      // The first round warms up.
      if (round === 0) continue
      times[at]?.blocks.push(measured.blocks)
      times[at]?.again.push(measured.again)
    }
  return times.map(({ blocks, again }, at) => ({
    words: lengths[at] ?? 0,
    blocks: median(blocks),
    again: median(again),
  }))
}

type Judge = (blocks: readonly string[], task: WritingTask) => boolean

const judgeBlocks: Judge = (blocks, task) => {
  const judge = createBlockJudge(task)
  return blocks.every((block) => judge.mayShow(block)) && verifyRewrite(blocks.join('\n\n'), task).accepted
}

const judgeAgain: Judge = (blocks, task) =>
  blocks.every((_block, at) => verifyRewrite(blocks.slice(0, at + 1).join('\n\n'), task, { partial: true }).accepted) &&
  verifyRewrite(blocks.join('\n\n'), task).accepted

function measure(judge: Judge, blocks: readonly string[], task: WritingTask): number {
  const began = performance.now()
  if (!judge(blocks, task)) throw new Error(`Cannot measure a text of ${blocks.length} blocks: it is rejected`)
  return performance.now() - began
}

interface Case {
  readonly blocks: readonly string[]
  /** A task that nothing is known of yet. */
  readonly createTask: () => WritingTask
}

/** A section that is rewritten as it stands. */
async function planCase(words: number): Promise<Case> {
  const blocks = writeBlocks(words)
  const text = blocks.join('\n\n')
  const planned = await planTask('A section of its own.')
  const section = { ...planned.section, source: text, words }
  const createTask = (): WritingTask => ({
    ...planned,
    section: { ...section },
    masked: { text, slots: [], links: [] },
    shown: text,
    lesson: { ...planned.lesson },
  })
  return { blocks, createTask }
}

const nouns = 'bridge river garden window engine letter market winter'.split(' ')
const verbs = 'carries holds changes follows needs meets crosses reaches'.split(' ')
const ways = ['in the end', 'at 5 V', 'for 2 hours', 'after that', 'with care', 'on both sides']

/** Sentences of ten words or so, some of which say no. */
function writeBlocks(words: number): string[] {
  const random = createRandom(words)
  const writeSentence = (at: number): string => {
    const [one, verb, other] = [random.pick(nouns), random.pick(verbs), random.pick(nouns)]
    return random.below(4) === 0
      ? `The ${one} never ${verb} the ${other} of place ${at} ${random.pick(ways)}.`
      : `In place ${at} the ${one} ${verb} a ${other} ${random.pick(ways)}.`
  }
  return Array.from({ length: words / wordsPerBlock }, (_block, block) =>
    Array.from({ length: 5 }, (_sentence, at) => writeSentence(block * 5 + at)).join(' '),
  )
}
