import { Children, isValidElement, type ReactElement, type ReactNode } from 'react'
import Slot from '../text/Slot.tsx'

/**
 * One line of a section shown side by side: a part of the author's that both texts share, or a stretch of both. `id` names
 * a line of the section and stays while its rewrite comes in.
 */
export type PairedRow = { readonly id: string; readonly shared: ReactNode } | PairedStretch

export interface PairedStretch {
  readonly id: string
  readonly original: readonly ReactNode[]
  readonly blocks: readonly string[]
  /** The section's blocks in the lines before. */
  readonly before: readonly string[]
}

type Part = { readonly slot: string; readonly node: ReactNode } | { readonly prose: readonly ReactNode[] }

const aloneOnLine = /^\[\[slot:(k\d+)\]\]\s*$/

/**
 * Cuts both texts of a section where the same protected part stands alone in both, so that a figure or a program is shown
 * once, across both columns, and each stretch of prose stands beside its own rewrite. A part that stands alone in one text
 * only (within a list, say) is left in the prose of both.
 */
export function pairSection(
  children: ReactNode,
  { blocks, whole }: { blocks: readonly string[]; whole: boolean },
): PairedRow[] {
  const parts = cutOriginal(children)
  const alone = parts.flatMap((part) => ('slot' in part ? [part.slot] : []))
  const cut = cutAtLines(blocks, new Set(alone))
  const placed = cut.flatMap(({ slot }) => (slot === undefined ? [] : [slot]))
  const toCome = whole ? [] : alone.slice(alone.indexOf(placed.at(-1) ?? '') + 1)
  const shared = new Set([...placed, ...toCome])
  const runs = textRuns(cut)
  const rows: PairedRow[] = []
  let last = ''
  let prose: ReactNode[] = []
  let before: string[] = []
  const endRow = (): void => {
    const text = runs.get(last) ?? []
    if (prose.length > 0 || text.length > 0) {
      rows.push({ id: `after ${last}`, original: prose, blocks: text, before })
    }
    prose = []
    before = [...before, ...text]
  }
  for (const part of parts) {
    if ('prose' in part) {
      prose.push(...part.prose)
    } else if (shared.has(part.slot)) {
      endRow()
      last = part.slot
      rows.push({ id: part.slot, shared: part.node })
    } else {
      prose.push(part.node)
    }
  }
  endRow()
  return rows
}

function cutOriginal(children: ReactNode): Part[] {
  return Children.toArray(children).map((node) => {
    const slot = slotAlone(node)
    return slot === undefined ? { prose: [node] } : { slot, node }
  })
}

/** The id of a block slot, or of an inline one that has a paragraph to itself, as images have. */
function slotAlone(node: ReactNode): string | undefined {
  if (!isValidElement(node)) {
    return undefined
  }
  const { type, props } = node as ReactElement<{ id?: string; children?: ReactNode }>
  if (type === Slot) {
    return props.id?.startsWith('k') ? props.id : undefined
  }
  const inner = Children.toArray(props.children)
  const [only] = inner
  return inner.length === 1 && isValidElement(only) && only.type === Slot ? slotAlone(only) : undefined
}

interface CutText {
  /** The shared part that ends this stretch. */
  readonly slot?: string
  readonly markdown: string
}

/** Blocks cut at lines that are nothing but one of `slots`, outside of admonitions. */
function cutAtLines(blocks: readonly string[], slots: ReadonlySet<string>): CutText[] {
  const cut: CutText[] = []
  for (const block of blocks) {
    let lines: string[] = []
    let depth = 0
    for (const line of block.split('\n')) {
      depth += containerStep(line)
      const slot = depth === 0 ? aloneOnLine.exec(line)?.[1] : undefined
      if (slot !== undefined && slots.has(slot)) {
        cut.push({ slot, markdown: lines.join('\n') })
        lines = []
      } else {
        lines.push(line)
      }
    }
    cut.push({ markdown: lines.join('\n') })
  }
  return cut
}

function containerStep(line: string): number {
  if (!/^:{3,}/.test(line)) {
    return 0
  }
  return /^:{3,}\s*$/.test(line) ? -1 : 1
}

/** The stretches of text by the shared part before them; '' for those before the first. */
function textRuns(cut: readonly CutText[]): ReadonlyMap<string, string[]> {
  const runs = new Map<string, string[]>()
  let before = ''
  for (const { slot, markdown } of cut) {
    if (markdown.trim() !== '') {
      runs.set(before, [...(runs.get(before) ?? []), markdown])
    }
    before = slot ?? before
  }
  return runs
}
