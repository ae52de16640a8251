import type { MaskedSection } from '../../lesson/index.ts'
import type { Finding } from '../finding.ts'
import { readOriginal, type Candidate } from '../reading/candidate.ts'
import { readBlocks, type OrderedList } from '../reading/read-blocks.ts'
import { nothing, type Rule } from '../rule.ts'

/**
 * Prevents a procedure with a missing step, or without its numbers. A step may be split and a sentence may become a
 * list, so more steps are allowed; a rule cannot tell whether they are in the author's order.
 */
export const steps: Rule = ({ kind, masked }) => ({
  part: nothing,
  whole: (text) => (kind === 'note' ? [] : findMissing(text, masked)),
})

function findMissing(text: Candidate, masked: MaskedSection): Finding[] {
  const found = joinContinued(readBlocks(text).orderedLists)
  const wanted = joinContinued(readBlocks(readOriginal(masked)).orderedLists)
  let from = 0
  for (const { items } of wanted) {
    const at = found.findIndex((list, index) => index >= from && list.items >= items)
    if (at === -1)
      return [{ reason: 'steps-missing', message: `Keep the numbered list of ${items} steps, with each of them.` }]
    from = at + 1
  }
  return []
}

/** Joins a list with one that continues its numbers. */
function joinContinued(lists: readonly OrderedList[]): OrderedList[] {
  const joined: OrderedList[] = []
  for (const list of lists) {
    const at = joined.findLastIndex(({ start, items }) => list.start > 1 && start + items === list.start)
    const before = joined[at]
    if (before) joined[at] = { start: before.start, items: before.items + list.items }
    else joined.push(list)
  }
  return joined
}
