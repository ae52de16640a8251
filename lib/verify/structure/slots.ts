import { readOriginal, type Candidate, type PlacedSlot } from '../reading/candidate.ts'
import type { Finding } from '../finding.ts'
import type { Rule } from '../rule.ts'

/** Placeholders, which are restored wherever they are, also in code or after a backslash. */
const putBack = /\[\[slot:(k\d+)\]\]/g

/** Prevents code, a formula or a figure from being lost, shown twice, or shown where it makes no sense. */
export const slots: Rule = ({ masked }) => {
  const wanted = masked.slots.map((slot) => slot.id)
  const original = new Map(readOriginal(masked).slots.map((slot) => [slot.id, slot]))
  const blocks = new Set(masked.slots.filter(({ placement }) => placement === 'block').map(({ id }) => id))
  const seen = new Set<string>()

  const findStray = ({ slots: found, markdown }: Candidate): Finding[] => {
    const ids = found.map((slot) => slot.id)
    const written = [...markdown.matchAll(putBack)].map(([, id = '']) => id)
    const unknown = [...ids, ...written].find((id) => !wanted.includes(id))
    if (unknown !== undefined)
      return [{ reason: 'slot-unknown', message: `[[slot:${unknown}]] is not in the section.` }]
    const repeated = ids.find((id, index) => seen.has(id) || ids.indexOf(id) !== index)
    if (repeated !== undefined)
      return [{ reason: 'slot-repeated', message: `[[slot:${repeated}]] stands more than once; keep it once.` }]
    const misread = written.find((id, index) => id !== ids[index])
    return misread === undefined
      ? []
      : [misplaced(misread, 'must stand in the text itself: not in code, in an address, or with a backslash')]
  }

  const findMoved = ({ slots: found }: Candidate): Finding[] => {
    const from = seen.size
    for (const { id } of found) seen.add(id)
    if (found.some(({ id }, index) => id !== wanted[from + index])) {
      const order = `The placeholders stand as ${[...seen].join(', ')}; keep the order ${wanted.join(', ')}.`
      return [{ reason: 'slot-order', message: order }]
    }
    return found.flatMap((slot) => checkPlace(slot, { isBlock: blocks.has(slot.id), original: original.get(slot.id) }))
  }

  const findMissing = ({ slots: found }: Candidate): Finding[] => {
    const missing = wanted.filter((id) => !found.some((slot) => slot.id === id))
    return missing.length === 0
      ? []
      : [{ reason: 'slot-missing', message: `Missing: ${missing.map((id) => `[[slot:${id}]]`).join(', ')}.` }]
  }

  return {
    part: (part) => firstOf(part, findStray, findMoved),
    whole: (text) => firstOf(text, findStray, findMissing, findMoved),
  }
}

/** The findings of the first finder that has any. */
function firstOf(text: Candidate, ...finders: readonly ((text: Candidate) => Finding[])[]): Finding[] {
  for (const find of finders) {
    const findings = find(text)
    if (findings.length > 0) return findings
  }
  return []
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
