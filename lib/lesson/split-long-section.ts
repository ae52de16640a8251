import { countWords } from '../text/index.ts'
import { proseText } from './prose-text.ts'
import type { SyntaxNode } from './syntax-node.ts'

/** Words of prose above which a section is divided. */
export const sectionWordsMax = 700
/** A last part with fewer words than this stays with the one before it. */
const lastPartWordsMin = 150

interface Part {
  readonly blocks: readonly SyntaxNode[]
  readonly words: number
}

/**
 * Divides a section's blocks into parts of at most 700 words of prose (a longer single block stays whole, and a short
 * last part stays with the one before). Each part is filled before the next begins, so that an edit never changes
 * earlier parts.
 */
export function splitLongSection(blocks: readonly SyntaxNode[]): (readonly SyntaxNode[])[] {
  const parts: Part[] = []
  for (const unit of units(blocks)) {
    const part = parts.at(-1)
    const fits = part !== undefined && (part.words + unit.words <= sectionWordsMax || part.words === 0)
    if (fits) parts.splice(-1, 1, joined(part, unit))
    else parts.push(unit)
  }
  return withoutShortRest(parts).map((part) => part.blocks)
}

/** Blocks that stay together: prose with the slots after it, a heading with what follows it. */
function units(blocks: readonly SyntaxNode[]): Part[] {
  const found: Part[] = []
  for (const block of blocks) {
    const unit = { blocks: [block], words: countWords(proseText(block, 'closed')) }
    const before = found.at(-1)
    const startsUnit = block.type === 'heading' || (unit.words > 0 && before?.blocks.at(-1)?.type !== 'heading')
    if (before !== undefined && !startsUnit) found.splice(-1, 1, joined(before, unit))
    else found.push(unit)
  }
  return found
}

function withoutShortRest(parts: readonly Part[]): readonly Part[] {
  const rest = parts.at(-1)
  const before = parts.at(-2)
  if (rest === undefined || before === undefined || rest.words >= lastPartWordsMin) return parts
  return [...parts.slice(0, -2), joined(before, rest)]
}

function joined(first: Part, second: Part): Part {
  return { blocks: [...first.blocks, ...second.blocks], words: first.words + second.words }
}
