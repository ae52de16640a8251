import type { MaskedSection } from '../../lesson/index.ts'
import type { Finding } from '../finding.ts'
import { readOriginal, type Candidate } from '../reading/candidate.ts'
import { readBlocks, type OrderedList } from '../reading/read-blocks.ts'
import { nothing, type Rule } from '../rule.ts'

/**
 * Harm prevented: a procedure with a step left out, or with its numbers gone. A step may be split and a sentence may
 * become a list, so that more steps are no fault; whether they stand in the author's order cannot be told by rule.
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

/** A list that goes on at the number at which another stopped is that list. */
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
