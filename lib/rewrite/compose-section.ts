import type { WritingEnd } from '../llm/index.ts'
import { addUsage } from './add-usage.ts'
import { buildPrompt, type Returned, type WritingTask } from '../prompt/index.ts'
import { outputTokensFor } from './output-tokens.ts'
import { createBlockSplitter } from './split-blocks.ts'
import type { SectionRun } from './lesson-run.ts'
import type { RewriteServices } from './services.ts'
import { callMillisecondsMin, timeLeft } from './time-left.ts'
import { buildProof, createBlockJudge, splitHeading, type Verdict, verifyRewrite } from '../verify/index.ts'
import type { OriginalReason, Proof, Usage } from '../contract/index.ts'

/** The result of having a model write a section. */
export type Composition =
  | {
      readonly outcome: 'accepted'
      readonly markdown: string
      readonly heading: string | undefined
      readonly proof: Proof
      /** True if the blocks already shown are exactly this text. */
      readonly shown: boolean
    }
  /** Both texts were rejected. */
  | { readonly outcome: 'rejected'; readonly reason: OriginalReason; readonly proof: Proof }
  /** No complete text, or no complete repair, or no time for one: a later try may help. */
  | {
      readonly outcome: 'failed'
      readonly reason: OriginalReason
      readonly usage: Usage
      /** False if no text came at all. */
      readonly answered: boolean
    }

/** Options for composing one section. */
export interface ComposeRun extends Pick<SectionRun, 'recipe' | 'workDeadline' | 'rate' | 'show'> {
  /** Reserves tokens for a repair; false if there are none left. By default, there always are. */
  readonly reserveRepair?: () => Promise<boolean>
  /** Called with the reason whenever a complete text is rejected, repaired or not. */
  readonly onRejected?: (reason: OriginalReason) => void
}

type ComposeServices = Pick<RewriteServices, 'writer' | 'now'>

/**
 * Has a model write a section and shows the first text block by block as it comes. If the verifier rejects it, or finds
 * that it suits its reader badly, one repair is requested. An accepted text is only replaced by an accepted repair that
 * suits better. A repair that would not end in time is not requested. Never throws for anything the model does.
 */
export async function composeSection(
  task: WritingTask,
  run: ComposeRun,
  services: ComposeServices,
): Promise<Composition> {
  const began = services.now()
  const first = await attempt(task, undefined, run, services)
  if (!first.end.whole)
    return { outcome: 'failed', reason: first.end.reason, usage: first.end.usage, answered: first.text !== '' }
  const { accepted, advice } = first.verdict
  // A repair takes about as long as the first text did.
  const hasTime = timeLeft(run, services) >= Math.max(callMillisecondsMin, services.now() - began)
  const canRepair = hasTime && (!accepted || advice !== undefined) && ((await run.reserveRepair?.()) ?? true)
  const writtenBy = { model: services.writer.model.name, recipe: run.recipe }
  if (accepted && !canRepair) return accept(first, { attempts: 1, usage: first.end.usage, ...writtenBy }, first.shown)
  if (!canRepair) {
    const reason = hasTime ? 'budget-reached' : 'model-timeout'
    return { outcome: 'failed', reason, usage: first.end.usage, answered: true }
  }

  const repaired = await attempt(task, { text: first.text, ...first.verdict }, run, services)
  const usage = addUsage(first.end.usage, repaired.end.usage)
  const writing = { attempts: 2, usage, ...writtenBy }
  if (accepted && !suitsBetter(repaired, first)) return accept(first, writing, first.shown)
  if (!repaired.end.whole) return { outcome: 'failed', reason: repaired.end.reason, usage, answered: true }
  if (repaired.verdict.accepted) return accept(repaired, writing, false)

  const [finding] = repaired.verdict.findings
  return {
    outcome: 'rejected',
    reason: finding?.reason ?? 'malformed',
    proof: buildProof(repaired.verdict, writing),
  }
}

/** Whether a repair may replace an accepted text. One that is too short to be measured may not. */
function suitsBetter({ end, verdict }: Attempt, { verdict: first }: Attempt): boolean {
  const isMeasured = typeof verdict.counts.readability?.after === 'number'
  return end.whole && verdict.accepted && isMeasured && excessOf(verdict) < excessOf(first)
}

const excessOf = ({ advice }: Verdict): number => advice?.excess ?? 0

interface Attempt {
  readonly text: string
  readonly end: WritingEnd
  readonly verdict: Verdict
  /** True if every block of the text was shown. */
  readonly shown: boolean
}

async function attempt(
  task: WritingTask,
  returned: Returned | undefined,
  run: ComposeRun,
  services: ComposeServices,
): Promise<Attempt> {
  const pieces = services.writer.write(buildPrompt(task, returned), {
    outputTokensMax: outputTokensFor(task),
    millisecondsMax: timeLeft(run, services),
    rate: run.rate,
  })
  const blocks = createBlockDisplay(task, returned ? undefined : run.show)
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
  if (step.value.whole && finding) run.onRejected?.(finding.reason)
  return { text, end: step.value, verdict, shown: blocks.allShown() }
}

/** Shows finished blocks until one may not be shown; none after it is shown either. */
function createBlockDisplay(task: WritingTask, show: ComposeRun['show'] | undefined) {
  const splitter = createBlockSplitter()
  const judge = createBlockJudge(task)
  const { id } = task.section
  const withHeading = task.translating && task.section.heading !== null
  let [index, isFirst] = [0, true]
  let open = show !== undefined

  const showBlocks = (blocks: readonly string[]): void => {
    for (const block of blocks) {
      open &&= judge.mayShow(block)
      // The translated heading is sent in `section-end`; text that follows it without a blank line is a block.
      const prose = withHeading && isFirst ? splitHeading(block).rest : block
      isFirst = false
      // Indentation before the whole text is dropped, as in the text that is judged and cached.
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
  writing: Parameters<typeof buildProof>[1],
  shown: boolean,
): Extract<Composition, { outcome: 'accepted' }> {
  const proof = buildProof(verdict, writing)
  return { outcome: 'accepted', markdown: verdict.markdown, heading: verdict.heading, proof, shown }
}
