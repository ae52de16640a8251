import type { Proof } from '../../../../../lib/rewrite/wire-events.ts'

const plural = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

/** The facts that a rewrite was checked for, in a sentence or two; empty when it was not checked. */
export function proofInWords(proof: Proof | null): string {
  if (!proof) {
    return ''
  }
  const { slots, links, invented, words } = proof
  const kept = [
    ...(slots.total > 0 ? [`${slots.kept} of ${plural(slots.total, 'protected part', 'protected parts')}`] : []),
    ...(links.total > 0 ? [`${links.kept} of ${plural(links.total, 'link', 'links')}`] : []),
  ]
  const same = kept.length > 0 ? `Kept from the original: ${kept.join(' and ')}. ` : ''
  const nothingNew = invented.identifiers + invented.measurements === 0 ? 'No name or measurement was added. ' : ''
  return `${same}${nothingNew}${plural(words.before, 'word', 'words')} became ${words.after}.`
}
