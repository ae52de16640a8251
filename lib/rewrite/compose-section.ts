import type { RateListener, Writer, WritingEnd } from '../llm/index.ts'
import { addUsage } from './add-usage.ts'
import { buildPrompt, type Returned, type WritingTask } from '../prompt/index.ts'
import { outputTokensFor } from './output-tokens.ts'
import { createBlockSplitter } from './split-blocks.ts'
import { callMillisecondsMin, timeLeft, type TimeDeps } from './time-left.ts'
import { buildProof, splitHeading, type Verdict, verifyRewrite } from '../verify/index.ts'
import type { OriginalReason, Proof, SectionBlock, Usage } from '../contract/index.ts'

/** What became of a section that a model was asked to write. */
export type Composition =
  | {
      readonly outcome: 'accepted'
      readonly markdown: string
      readonly heading: string | undefined
      readonly proof: Proof
      /** True when the blocks that were already shown are this very text. */
      readonly shown: boolean
    }
  /** Two texts came, and neither may be shown. */
  | { readonly outcome: 'rejected'; readonly reason: OriginalReason; readonly proof: Proof }
  /** No whole text came, or no whole repair of it, or there was no time for one: trying again later may help. */
  | {
      readonly outcome: 'failed'
      readonly reason: OriginalReason
      readonly usage: Usage
      /** False when not a word came. */
      readonly answered: boolean
    }

export interface ComposeDeps extends TimeDeps {
  readonly writer: Writer
  readonly recipe: string
  /** Hears how the provider takes the calls. */
  readonly rate?: RateListener | undefined
  /** Shows one finished and checked block. */
  readonly show: (block: SectionBlock) => void
  /** Sets tokens aside for a repair; false when there are none left for it. Without it there always are. */
  readonly reserveRepair?: () => Promise<boolean>
  /** Hears why a whole text was turned down, repaired or not. */
  readonly turnDown?: (reason: OriginalReason) => void
}

/**
 * Has a section written: the first text is shown block by block while it comes. When the verifier turns it down, or
 * finds that it suits its reader badly, one repair is asked for. A text that was accepted stands unless the repair of it
 * is accepted, too, and nearer to what suits. A repair that would not end in time is not asked for. Never throws for what a model does.
 */
export async function composeSection(task: WritingTask, deps: ComposeDeps): Promise<Composition> {
  const began = deps.now()
  const first = await attempt(task, deps, undefined)
  if (!first.end.whole)
    return { outcome: 'failed', reason: first.end.reason, usage: first.end.usage, answered: first.text !== '' }
  const { accepted, advice } = first.verdict
  // A repair takes about as long as the text that it repairs.
  const hasTime = timeLeft(deps) >= Math.max(callMillisecondsMin, deps.now() - began)
  const canRepair = hasTime && (!accepted || advice !== undefined) && ((await deps.reserveRepair?.()) ?? true)
  if (accepted && !canRepair) return accept(first, { attempts: 1, usage: first.end.usage, shown: first.shown }, deps)
  if (!canRepair) {
    const reason = hasTime ? 'budget-reached' : 'model-timeout'
    return { outcome: 'failed', reason, usage: first.end.usage, answered: true }
  }

  const repaired = await attempt(task, deps, { text: first.text, ...first.verdict })
  const usage = addUsage(first.end.usage, repaired.end.usage)
  if (accepted && !suitsBetter(repaired, first)) return accept(first, { attempts: 2, usage, shown: first.shown }, deps)
  if (!repaired.end.whole) return { outcome: 'failed', reason: repaired.end.reason, usage, answered: true }
  if (repaired.verdict.accepted) return accept(repaired, { attempts: 2, usage, shown: false }, deps)

  const [finding] = repaired.verdict.findings
  const proof = buildProof(repaired.verdict, { attempts: 2, usage, model: deps.writer.model.name, recipe: deps.recipe })
  return { outcome: 'rejected', reason: finding?.reason ?? 'malformed', proof }
}

/** Whether a repair may stand in for an accepted text. One that is too short to be measured proves nothing. */
function suitsBetter({ end, verdict }: Attempt, { verdict: first }: Attempt): boolean {
  const isMeasured = typeof verdict.counts.level?.after === 'number'
  return end.whole && verdict.accepted && isMeasured && excessOf(verdict) < excessOf(first)
}

const excessOf = ({ advice }: Verdict): number => advice?.excess ?? 0

interface Attempt {
  readonly text: string
  readonly end: WritingEnd
  readonly verdict: Verdict
  /** True when every block of the text was shown. */
  readonly shown: boolean
}

async function attempt(task: WritingTask, deps: ComposeDeps, returned: Returned | undefined): Promise<Attempt> {
  const pieces = deps.writer.write(buildPrompt(task, returned), {
    outputTokensMax: outputTokensFor(task),
    millisecondsMax: timeLeft(deps),
    rate: deps.rate,
  })
  const blocks = createBlockDisplay(task, returned ? undefined : deps.show)
  let text = ''
  let step = await pieces.next()
  while (!step.done) {
    text += step.value
    blocks.push(step.value)
    step = await pieces.next()
  }
  if (step.value.whole) blocks.end()
  const verdict = verifyRewrite(text, task)
  const [finding] = verdict.findings
  if (step.value.whole && finding) deps.turnDown?.(finding.reason)
  return { text, end: step.value, verdict, shown: blocks.allShown() }
}

/** So many blocks are judged while a text comes: each with all those before it. What follows comes with the whole. */
export const judgedBlocksMax = 100

/** Shows blocks as they are finished, until one of them may not be shown: then none of those after it is. */
function createBlockDisplay(task: WritingTask, show: ComposeDeps['show'] | undefined) {
  const splitter = createBlockSplitter()
  const { id } = task.section
  const withHeading = task.translating && task.section.heading !== null
  let text = ''
  let [index, judged] = [0, 0]
  let open = show !== undefined

  const showBlocks = (blocks: readonly string[]): void => {
    for (const block of blocks) {
      const isFirst = text === ''
      text += `${block}\n\n`
      open &&= ++judged <= judgedBlocksMax && verifyRewrite(text, task, { partial: true }).accepted
      // The translated heading travels in `section-end`; text that follows it without a blank line is a block.
      const prose = withHeading && isFirst ? splitHeading(block).rest : block
      // Indentation before the whole text is not part of it: the verifier judges, and the cache holds, the text without.
      const markdown = index === 0 ? prose.trimStart() : prose
      if (open && markdown !== '') show?.({ section: id, index: index++, markdown })
    }
  }
  return {
    push: (piece: string): void => showBlocks(splitter.push(piece)),
    end: (): void => showBlocks(splitter.end()),
    allShown: (): boolean => open,
  }
}

function accept(
  { verdict }: Attempt,
  { attempts, usage, shown }: { attempts: number; usage: Usage; shown: boolean },
  { writer, recipe }: ComposeDeps,
): Composition {
  const proof = buildProof(verdict, { attempts, usage, model: writer.model.name, recipe })
  return { outcome: 'accepted', markdown: verdict.markdown, heading: verdict.heading, proof, shown }
}
