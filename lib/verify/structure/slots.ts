import { readOriginal, type PlacedSlot } from '../reading/candidate.ts'
import type { Finding } from '../finding.ts'
import type { Rule } from '../rule.ts'

/** Placeholders are put back wherever they stand, in code or after a backslash too. */
const putBack = /\[\[slot:(k\d+)\]\]/g

/** Harm prevented: code, a formula or a figure that is lost, shown twice, or shown where it no longer makes sense. */
export const slots: Rule = ({ slots: found, markdown, partial }, { masked }) => {
  const wanted = masked.slots.map((slot) => slot.id)
  const ids = found.map((slot) => slot.id)
  const written = [...markdown.matchAll(putBack)].map(([, id = '']) => id)
  const unknown = [...ids, ...written].find((id) => !wanted.includes(id))
  if (unknown !== undefined) return [{ reason: 'slot-unknown', message: `[[slot:${unknown}]] is not in the section.` }]

  const repeated = ids.find((id, index) => ids.indexOf(id) !== index)
  if (repeated !== undefined)
    return [{ reason: 'slot-repeated', message: `[[slot:${repeated}]] stands more than once; keep it once.` }]

  const misread = written.find((id, index) => id !== ids[index])
  if (misread !== undefined)
    return [misplaced(misread, 'must stand in the text itself: not in code, in an address, or with a backslash')]

  const missing = wanted.filter((id) => !ids.includes(id))
  if (!partial && missing.length > 0)
    return [{ reason: 'slot-missing', message: `Missing: ${missing.map((id) => `[[slot:${id}]]`).join(', ')}.` }]

  if (ids.some((id, index) => id !== wanted[index]))
    return [
      {
        reason: 'slot-order',
        message: `The placeholders stand as ${ids.join(', ')}; keep the order ${wanted.join(', ')}.`,
      },
    ]
  const original = new Map(readOriginal(masked).slots.map((slot) => [slot.id, slot]))
  const blocks = new Set(masked.slots.filter(({ placement }) => placement === 'block').map(({ id }) => id))
  return found.flatMap((slot) => checkPlace(slot, { isBlock: blocks.has(slot.id), original: original.get(slot.id) }))
}

interface Place {
  readonly isBlock: boolean
  readonly original: PlacedSlot | undefined
}

function checkPlace({ id, alone, within }: PlacedSlot, { isBlock, original }: Place): Finding[] {
  if (isBlock)
    return alone ? [] : [misplaced(id, 'must stand alone on its line, with a blank line before and after it')]
  return within === original?.within ? [] : [misplaced(id, 'must not be moved into or out of a table or a link')]
}

const misplaced = (id: string, how: string): Finding => ({
  reason: 'slot-placement',
  message: `[[slot:${id}]] ${how}.`,
})
