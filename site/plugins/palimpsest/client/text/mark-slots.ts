/**
 * Slots in a masked text, as marks that Markdown leaves alone: `[[slot:k2]]` itself would be read as a bracket and a
 * directive. The marks are two of the code points that Unicode has made no character and never will, so no author has them.
 */
const placeholder = /\[\[slot:(k\d+)\]\]/g
const opening = '\uFDD0'
const closing = '\uFDD1'
const marks = /[\uFDD0\uFDD1]/g

export function markSlots(masked: string): string {
  return masked.replaceAll(marks, '').replace(placeholder, `${opening}$1${closing}`)
}

/** A text cut at its marks: strings, and ids in objects. */
export function cutAtSlots(text: string): (string | { readonly slot: string })[] {
  return text
    .split(/\uFDD0(k\d+)\uFDD1/)
    .map((part, index) => (index % 2 === 1 ? { slot: part } : withoutMarks(part)))
    .filter((part) => part !== '')
}

/** A text in which no slot can stand, such as code. */
export function withoutMarks(text: string): string {
  return text.replaceAll(/\uFDD0(?:k\d+)?\uFDD1?|\uFDD1/g, '')
}
