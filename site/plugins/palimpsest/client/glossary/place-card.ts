interface Size {
  readonly width: number
  readonly height: number
}

type Line = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>

/** CSS pixels between a term and its card, and between a card and the window's edge. */
const gap = 6
const edge = 12

/**
 * Where a card goes, in the window's coordinates: under the term's last line, or above its first where there is no room
 * below, and never over the sides. A term may be broken over two lines.
 */
export function placeCard(lines: readonly Line[], card: Size, view: Size): { left: number; top: number } {
  const first = lines[0] ?? { left: 0, right: 0, top: 0, bottom: 0 }
  const last = lines.at(-1) ?? first
  const below = last.bottom + gap
  const above = first.top - gap - card.height
  const fits = below + card.height + edge <= view.height || above < edge
  const middle = fits ? (last.left + last.right) / 2 : (first.left + first.right) / 2
  const left = Math.min(middle - card.width / 2, view.width - card.width - edge)
  return { left: Math.max(left, edge), top: fits ? below : above }
}
