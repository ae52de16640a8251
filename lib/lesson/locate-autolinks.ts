import type { SyntaxNode, SyntaxPoint } from './syntax-node.ts'

/**
 * Adds positions to the links that remark-gfm finds after parsing (`"https://example.com"`, `me@example.com`): it
 * splits a text node into nodes without positions. Only offsets are exact; lines and columns are those of the node
 * before. A link that is not found in the source becomes text again.
 */
export function locateAutolinks(node: SyntaxNode, source: string): void {
  const children = node.children ?? []
  let from = node.position?.start ?? { line: 1, column: 1, offset: 0 }
  for (const [index, child] of children.entries()) {
    if (child.position === undefined) locateRun(children.slice(index), from, source)
    from = child.position?.end ?? from
    locateAutolinks(child, source)
  }
}

/** The pieces of one text node follow each other in the source. */
function locateRun(siblings: readonly SyntaxNode[], from: SyntaxPoint, source: string): void {
  const end = siblings.findIndex(({ position }) => position !== undefined)
  const pieces = siblings.slice(0, end === -1 ? siblings.length : end)
  const pattern = new RegExp(pieces.map((piece) => `(${sourcePattern(valueOf(piece))})`).join(''), 'dgu')
  pattern.lastIndex = from.offset ?? 0
  const places = pattern.exec(source)?.indices ?? []
  for (const [index, piece] of pieces.entries()) {
    const place = places[index + 1]
    if (place !== undefined) setPosition(piece, from, place)
    else if (piece.type === 'link') Object.assign(piece, { type: 'text', value: valueOf(piece) })
  }
}

function setPosition(node: SyntaxNode, from: SyntaxPoint, [start, end]: readonly [number, number]): void {
  node.position = { start: { ...from, offset: start }, end: { ...from, offset: end } }
  for (const child of node.children ?? []) child.position = node.position
}

function valueOf(node: SyntaxNode): string {
  return node.value ?? (node.children ?? []).map(valueOf).join('')
}

/** Matches a text as the source may spell it: with escapes, entities, and other white space around line endings. */
function sourcePattern(text: string): string {
  return Array.from(text, characterPattern).join('')
}

function characterPattern(character: string): string {
  if (character === '\n') return '[ \\t]*\\n[ \\t>]*'
  return `(?:\\\\?\\u{${(character.codePointAt(0) ?? 0).toString(16)}}|&[#\\w]+;)`
}
