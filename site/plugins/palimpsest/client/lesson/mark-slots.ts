/**
 * Slots in a masked text, as marks that Markdown leaves alone: `[[slot:k2]]` itself would be read as a bracket and a
 * directive. The marks are two characters that Unicode sets aside for private use.
 */
const placeholder = /\[\[slot:(k\d+)\]\]/g
const opening = '\uE000'
const closing = '\uE001'

export function markSlots(masked: string): string {
  return masked.replaceAll(/[\uE000\uE001]/g, '').replace(placeholder, `${opening}$1${closing}`)
}

/** A text cut at its marks: strings, and ids in objects. */
export function cutAtSlots(text: string): (string | { readonly slot: string })[] {
  return text
    .split(/\uE000(k\d+)\uE001/)
    .map((part, index) => (index % 2 === 1 ? { slot: part } : part))
    .filter((part) => part !== '')
}
