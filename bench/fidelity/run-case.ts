import { createWriter } from '../../lib/llm/index.ts'
import { composeSection, type Composition } from '../../lib/rewrite/index.ts'
import { splitHeading } from '../../lib/verify/index.ts'
import type { SectionBlock } from '../../lib/contract/index.ts'
import { delta, done, finish, usage } from '../../test/support/chat-chunks.ts'
import { startHostileModel, type HostileModel, type HostileScript } from '../../test/support/hostile-model.ts'
import type { Random } from '../../test/support/random.ts'
import type { FaultCase } from './plan-cases.ts'
import { findForeignParts, findForeignPartsSoFar } from './read-parts.ts'

/** What became of one case. */
export interface CaseResult {
  readonly fault: string
  readonly path: string
  /** The text with the fault. */
  readonly faulty: string
  /**
   * `repaired`: the second text was good and is read. `original`: the author's text stands. `reached`: the fault, or a
   * part that is not the author's, stands in what the reader keeps.
   */
  readonly outcome: 'repaired' | 'original' | 'reached'
  /** The first text was not taken as it came: a repair was asked for, or the author's text stands. */
  readonly caughtAtOnce: boolean
  /** Blocks were shown and taken back that are not the beginning of the good text. */
  readonly shown: boolean
  /** Among them code, a formula, an image, a link or HTML that is not the author's. */
  readonly shownForeign: boolean
}

/** One connection to the hostile model at a time. */
export interface Lane {
  readonly run: (planned: FaultCase) => Promise<CaseResult>
  readonly close: () => Promise<void>
}

/** Starts a real HTTP server that answers with faults, and reads it as the product does. */
export async function openLane(): Promise<Lane> {
  const model = await startHostileModel()
  return { run: (planned) => runCase(planned, model), close: () => model.close() }
}

const after = (milliseconds: number, ring: () => void): (() => void) => {
  const timer = setTimeout(ring, milliseconds)
  return () => clearTimeout(timer)
}

async function runCase({ fault, base, faulty, repair, random }: FaultCase, model: HostileModel): Promise<CaseResult> {
  const { task } = base
  model.follow(answerWith(faulty, random), answerWith(repair, random))
  const writer = createWriter({ apiKey: undefined, baseUrl: model.baseUrl, name: 'hostile' }, { after, log: () => {} })
  const blocks: SectionBlock[] = []
  const show = (block: SectionBlock): void => void blocks.push(block)
  const composition = await composeSection(
    task,
    { recipe: 'fidelity', show, workDeadline: Infinity },
    { writer, now: () => 0 },
  )
  const outcome = judgeOutcome(composition, base)
  const shownText = blocks.map(({ markdown }) => markdown).join('\n\n')
  // Of a text that stands, the blocks are no news; of a good one that was rejected, nothing was wrong.
  const isTakenBack = outcome !== 'reached' && !isBeginning(shownText, base)
  return {
    fault: fault.name,
    path: base.path,
    faulty,
    outcome,
    caughtAtOnce: composition.outcome !== 'accepted' || model.calls() > 1,
    shown: isTakenBack,
    shownForeign: findForeignPartsSoFar(task, shownText).length > 0,
  }
}

const answerWith =
  (text: string, random: Random): HostileScript =>
  () => ({ body: [...cutAtRandom(text, random).map(delta), finish('stop'), usage, done] })

/** A text in pieces of a random length. */
function cutAtRandom(text: string, random: Random): string[] {
  const characters = [...text]
  const pieces: string[] = []
  for (let at = 0; at < characters.length;) {
    const length = 1 + random.below(Math.max(60, characters.length / 10))
    pieces.push(characters.slice(at, at + length).join(''))
    at += length
  }
  return pieces
}

/** What was accepted is held against the good text itself, whatever the verifier says of it. */
function judgeOutcome(composition: Composition, base: FaultCase['base']): CaseResult['outcome'] {
  if (composition.outcome !== 'accepted') return 'original'
  const { markdown, heading } = composition
  const good = readGood(base)
  const isGood = withoutSpace(markdown) === withoutSpace(good.rest) && heading === good.heading
  return isGood && findForeignParts(base.task, markdown, heading).length === 0 ? 'repaired' : 'reached'
}

const readGood = ({ text, task }: FaultCase['base']): ReturnType<typeof splitHeading> =>
  task.translating && task.section.heading ? splitHeading(text) : { heading: undefined, rest: text }

const withoutSpace = (text: string): string => text.replaceAll(/\s/g, '')
const isBeginning = (shown: string, base: FaultCase['base']): boolean =>
  withoutSpace(readGood(base).rest).startsWith(withoutSpace(shown))
