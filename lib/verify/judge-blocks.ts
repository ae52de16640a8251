import type { WritingTask } from '../prompt/index.ts'
import { readCandidate, type Candidate } from './reading/candidate.ts'
import { createGuard } from './reading/find-unreadable.ts'
import { certainRules, hintRules } from './rules.ts'
import { opensWithHeading, verifyRewrite } from './verify-rewrite.ts'

/** Judges a text block by block while it is written. */
export interface BlockJudge {
  /**
   * Whether the next block may be shown after those before it: true exactly if `verifyRewrite` accepts all of them as
   * the beginning of a text. Each block is parsed and judged once, unless Markdown may join it to earlier ones. After a
   * block that may not be shown, none may.
   */
  readonly mayShow: (block: string) => boolean
}

/**
 * How often a text may be read again from its beginning; beyond that it waits for its end. No model writes such texts.
 */
const rereadsMax = 8

/** Blocks are split at blank lines, so that each can be parsed alone; joined by blank lines they are the text. */
export function createBlockJudge(task: WritingTask): BlockJudge {
  const judges = [...certainRules, ...hintRules].map((rule) => rule(task))
  const guard = createGuard(task)
  const blocks: string[] = []
  let last: Candidate | undefined
  let [rereads, isOpen] = [0, true]

  /** Markdown may join this block to earlier ones: then only all of them together can be judged. */
  const reread = (): boolean =>
    ++rereads <= rereadsMax && verifyRewrite(blocks.join('\n\n'), task, { partial: true }).accepted

  const judge = (block: string): boolean => {
    const joins = rereads > 0 || mayJoin(block, last)
    blocks.push(block)
    if (joins) return reread()
    if (guard.add(blocks.length === 1 ? block : `\n\n${block}`)) return false
    // White space before the whole text is dropped, also after its heading.
    const withHeading = blocks.length === 1 && opensWithHeading(task)
    const part = readCandidate(block, { withHeading, isLater: last !== undefined })
    if (part.markdown !== '') last = part
    return judges.every((each) => each.part(part).length === 0)
  }
  return { mayShow: (block) => (isOpen &&= judge(block)) }
}

/** A line end for Markdown, but not for the code that splits blocks. */
const loneReturn = /\r(?!\n)/
/** Matches what may continue a list before it. */
const goesOn = /^(?:\s|[-*+](?:\s|$)|\d{1,9}[.)](?:\s|$))/

const mayJoin = (block: string, last: Candidate | undefined): boolean =>
  loneReturn.test(block) || (last?.tree.children.at(-1)?.type === 'list' && goesOn.test(block))
